using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Tests.Yaml;

public sealed class WordsTests
{
    [Theory]
    [InlineData("90d", 90 * 24 * 3600)]
    [InlineData("24h", 24 * 3600)]
    [InlineData("1d12h", 36 * 3600)]
    [InlineData("30m", 1800)]
    [InlineData("0s", 0)]
    public void A_duration_is_a_number_with_a_unit(string text, int seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
        Assert.True(Durations.TryParse(Durations.Format(duration), out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("1y")]
    [InlineData("90 d")]
    [InlineData("36501d")]
    [InlineData("99999999999d")]
    public void Anything_else_is_no_duration(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData("sevrity", "severity")]
    [InlineData("LastRotatd", "LastRotated")]
    [InlineData("lastrotated", "LastRotated")]
    [InlineData("titel", "title")]
    public void A_near_miss_has_a_guess(string word, string meant) => Assert.Equal(meant, Spelling.Nearest(word, ["severity", "LastRotated", "title"]));

    [Theory]
    [InlineData("banana")]
    [InlineData("")]
    public void A_far_miss_has_none(string word) => Assert.Null(Spelling.Nearest(word, ["severity", "LastRotated", "title"]));

    [Theory]
    [InlineData("fail: secret.X == 1", "fail", 7, 1, 14)]
    [InlineData("fail: 'secret.X'", "fail", 7, 1, 15)]
    [InlineData("fail: \"a \\\"b\\\" X\"", "fail", 6, 1, 16)]
    [InlineData("fail: |\n  secret\n  .X", "fail", 8, 3, 4)]
    [InlineData("fail: >-\n  secret\n    .X", "fail", 10, 3, 6)]
    [InlineData("fail: secret\n  .X", "fail", 8, 2, 4)]
    public void A_character_of_a_value_is_found_in_the_file(string file, string key, int offset, int line, int column)
    {
        var scalar = (YamlText)((YamlMap)YamlDocument.Read("f.yaml", file, new())!).Find(key)!;

        Assert.Equal('X', scalar.Value[offset]);
        Assert.Equal(new DocumentPosition("f.yaml", line, column), ScalarPositions.Of(scalar, offset, file));
    }
}
