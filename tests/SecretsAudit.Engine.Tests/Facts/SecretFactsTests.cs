using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Facts;

public sealed class SecretFactsTests
{
    [Fact]
    public void A_values_age_counts_from_the_last_rotation() =>
        Assert.Equal(Now.AddDays(-20), Facts(Secret()).ValueSince.Value);

    [Fact]
    public void Without_a_rotation_a_values_age_counts_from_the_current_version_and_never_from_the_last_change()
    {
        var facts = Facts(Secret() with
        {
            LastRotated = Absent<DateTimeOffset>(),
            LastChanged = Known(Now.AddDays(-1)),
            Versions = Known<IReadOnlyList<SecretVersion>>([new("v1", ["AWSPREVIOUS"], Known(Now.AddDays(-300))), new("v2", ["AWSCURRENT"], Known(Now.AddDays(-200)))]),
        });

        Assert.Equal(Now.AddDays(-200), facts.ValueSince.Value);
    }

    [Fact]
    public void Without_sight_of_the_rotation_the_version_is_no_substitute() =>
        Assert.True(Facts(Secret() with { LastRotated = Denied<DateTimeOffset>() }).ValueSince.IsUnknown);

    [Fact]
    public void A_secret_without_a_current_version_has_no_value_age() =>
        Assert.True(Facts(Secret() with { LastRotated = Absent<DateTimeOffset>(), Versions = Known<IReadOnlyList<SecretVersion>>([]) }).ValueSince.IsAbsent);

    [Fact]
    public void A_pending_version_is_a_rotation_under_way_only_while_it_is_not_current()
    {
        var finished = Known<IReadOnlyList<SecretVersion>>([new("v2", ["AWSCURRENT", "AWSPENDING"], Known(Now))]);
        var stuck = Known<IReadOnlyList<SecretVersion>>([new("v1", ["AWSCURRENT"], Known(Now.AddDays(-9))), new("v2", ["AWSPENDING"], Known(Now.AddDays(-2)))]);

        Assert.True(Facts(Secret() with { Versions = finished }).PendingSince.IsAbsent);
        Assert.Equal(Now.AddDays(-2), Facts(Secret() with { Versions = stuck }).PendingSince.Value);
    }

    [Theory]
    [InlineData("2026-01-15T00:00:00Z", "2026-01-14", 1)]
    [InlineData("2026-01-15T23:59:59Z", "2026-01-14", 1)]
    [InlineData("2026-01-15T12:00:00Z", "2026-01-15", 0)]
    [InlineData("2026-01-15T12:00:00+14:00", "2026-01-14", 0)]
    public void Days_without_use_are_whole_UTC_days(string now, string read, int days)
    {
        var moment = DateTimeOffset.Parse(read + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var asOf = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(days, new SecretFacts(Secret() with { LastAccessed = Known(moment) }, new() { AsOf = asOf }).DaysUnused.Value);
    }

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("eu-west-1", false)]
    public void A_replica_is_a_secret_whose_primary_lies_in_another_region(string primary, bool isReplica) =>
        Assert.Equal(isReplica, Facts(Secret() with { PrimaryRegion = Known(primary) }).IsReplica.Value);

    [Fact]
    public void A_secret_that_is_not_replicated_is_no_replica() => Assert.False(Facts(Secret()).IsReplica.Value);

    [Fact]
    public void The_owner_is_the_first_owner_tag_that_says_something()
    {
        var tags = Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "", ["team"] = "payments" });

        Assert.Equal("payments", new SecretFacts(Secret() with { Tags = tags }, new() { AsOf = Now, OwnerTags = ["owner", "team"] }).Owner.Value);
    }

    [Fact]
    public void Reads_are_brought_to_a_month_of_thirty_days() =>
        Assert.Equal(300m, Facts(Secret() with { Usage = Known(Usage(900, days: 90)) }).Usage.ReadsPerMonth.Value);

    [Fact]
    public void An_empty_window_of_use_says_nothing() =>
        Assert.True(Facts(Secret() with { Usage = Known(Usage(0, days: 0)) }).Usage.ReadsPerMonth.IsUnknown);

    [Fact]
    public void A_policy_is_analysed_once()
    {
        var facts = Facts(Secret() with { ResourcePolicy = Known("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""") });

        Assert.True(facts.Access.IsPublic.Value);
        Assert.Same(facts.Access, facts.Access);
        Assert.StartsWith("statement 1: ", facts.Access.PublicBecause.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_of_a_policy_on_several_lines_comes_with_its_line()
    {
        var facts = Facts(Secret() with { ResourcePolicy = Known("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}
            """) });

        Assert.StartsWith("statement 1 (line 2): ", facts.Access.PublicBecause.Value, StringComparison.Ordinal);
    }

    private static SecretFacts Facts(Secret secret) => new(secret, new() { AsOf = Now });
}
