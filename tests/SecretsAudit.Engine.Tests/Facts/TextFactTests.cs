using SecretsAudit.Engine.Facts;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Facts;

public sealed class TextFactTests
{
    [Theory]
    [InlineData("prod/db", true)]
    [InlineData("PROD/db", false)]
    [InlineData("xprod/db", false)]
    public void Text_compares_by_its_characters(string name, bool starts) => Assert.Equal(starts, Known(name).StartsWith("prod/").IsTrue);

    [Fact]
    public void Questions_about_unread_text_are_unknown()
    {
        var denied = Denied<string>();

        Assert.All([denied.StartsWith("a"), denied.EndsWith("a"), denied.Contains("a"), denied.Matches("a"), denied.IsOneOf(["a"])], truth => Assert.True(truth.IsUnknown));
        Assert.All([Absent<string>().StartsWith("a"), Absent<string>().IsOneOf(["a"])], truth => Assert.True(truth.IsUnknown));
    }

    [Fact]
    public void A_pattern_that_would_run_away_elsewhere_ends_in_linear_time() =>
        Assert.True(Known(new string('a', 20_000) + "!").Matches("^(a+)+$").IsFalse);

    [Theory]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("(?=a)b")]
    [InlineData(@"(a)\1")]
    public void A_pattern_that_needs_backtracking_is_refused(string pattern) => Assert.Throws<ArgumentException>(() => Known("a").Matches(pattern));

    [Fact]
    public void A_text_longer_than_AWS_allows_is_refused_and_not_cut() => Assert.Throws<ArgumentException>(() => Known(new string('a', 20_481)).Matches("b$"));

    [Fact]
    public void A_pattern_has_a_length() => Assert.Throws<ArgumentException>(() => Known("a").Matches(new string('a', 201)));

    [Fact]
    public void A_tag_is_absent_or_unknown_or_has_a_value()
    {
        var tags = new TagFacts(Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "team", ["empty"] = " " }));

        Assert.Equal("team", tags["owner"].Value);
        Assert.True(tags["Owner"].IsAbsent);
        Assert.Equal("team", tags.FirstOf(["empty", "owner"]).Value);
        Assert.True(tags.FirstOf(["x"]).IsAbsent);
        Assert.True(tags.HasAll(["owner"]).IsTrue);
        Assert.True(tags.HasAll(["owner", "empty"]).IsFalse);
        Assert.True(new TagFacts(Denied<IReadOnlyDictionary<string, string>>())["owner"].IsUnknown);
        Assert.True(new TagFacts(Denied<IReadOnlyDictionary<string, string>>()).HasAll(["owner"]).IsUnknown);
        Assert.True(new TagFacts(Denied<IReadOnlyDictionary<string, string>>()).FirstOf(["owner"]).IsUnknown);
    }
}
