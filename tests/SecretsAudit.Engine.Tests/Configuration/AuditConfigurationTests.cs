using SecretsAudit.Engine.Configuration;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Tests.Configuration;

/// <summary>What secretsaudit.yaml may say, and how it is told what it may not.</summary>
public sealed class AuditConfigurationTests(SharedPack shared) : IClassFixture<SharedPack>
{
    private const string Good = """
        source:
          kind: aws
          profiles: [audit]
          regions: [eu-west-1, eu-central-1]
          expect: [111122223333/eu-west-1]
        usage-window: 30d
        rule-folders: [my-rules]
        rules:
          value-not-rotated:
            enabled: true
            grace: 7d
            parameters: { maximumAge: 60d }
            overrides:
              - paths: [prod/*]
                tags: { tier: gold }
                severity: critical
                parameters: { maximumAge: 30d }
          required-tags-missing:
            parameters: { required: [owner, cost-centre] }
        waivers: secretsaudit.waivers.yaml
        waiver-warning: 30d
        baseline: baseline.json
        fail-on: high
        owner-tags: [owner, team]
        trust:
          accounts: ["444455556666"]
          organizations: [o-a1b2c3d4e5]
        due: { critical: 7d, high: 30d }
        compare-config: true
        """;

    [Fact]
    public void Everything_in_it_is_read()
    {
        var read = AuditConfiguration.Read("secretsaudit.yaml", Good);

        Assert.Equal(("aws", "audit", "eu-central-1"), (read.Source.Kind, read.Source.Profiles[0], read.Source.Regions[1]));
        Assert.Equal(new Scope("111122223333", "eu-west-1"), Assert.Single(read.Source.Expected));
        Assert.Equal((TimeSpan.FromDays(30), TimeSpan.FromDays(30), Severity.High), (read.UsageWindow, read.WaiverWarning, read.FailOn));
        Assert.Equal(("my-rules", "secretsaudit.waivers.yaml", "baseline.json"), (read.RuleFolders[0], read.Waivers, read.Baseline));
        Assert.Equal(["owner", "team"], read.OwnerTags);
        Assert.Equal(("444455556666", "o-a1b2c3d4e5"), (read.Trust.Accounts[0], read.Trust.Organizations[0]));
        Assert.True(read.ComparesConfig);
        Assert.Equal(TimeSpan.FromDays(7), read.DueTimes[Severity.Critical]);

        var settings = read.RuleSettings(shared.Pack);
        var setting = settings["value-not-rotated"];
        Assert.Equal((true, TimeSpan.FromDays(7), "60d"), (setting.Enabled, setting.Grace, setting.Parameters["maximumAge"]));
        var own = Assert.Single(setting.Overrides);
        Assert.Equal(("prod/*", "gold", Severity.Critical, "30d"), (own.For.Paths[0], own.For.Tags["tier"], own.Setting.Severity, own.Setting.Parameters["maximumAge"]));
        Assert.Equal("owner, cost-centre", settings["required-tags-missing"].Parameters["required"]);
    }

    [Fact]
    public void An_empty_file_sets_nothing() => Assert.Same(AuditConfiguration.Empty, AuditConfiguration.Read("secretsaudit.yaml", "\n"));

    [Theory]
    [InlineData("fail-on: high", "fail-no: high", "(23,1): error: Unknown key 'fail-no'. Did you mean 'fail-on'?")]
    [InlineData("fail-on: high", "fail-on: hihg", "(23,10): error: 'hihg' is no severity. Did you mean 'high'?")]
    [InlineData("regions:", "regoins:", "(4,3): error: Unknown key 'regoins'. Did you mean 'regions'?")]
    [InlineData("usage-window: 30d", "usage-window: 100d", "(6,15): error: 'usage-window' must be from 1d to 90d: the audit trail keeps events no longer.")]
    [InlineData("grace: 7d", "grace: a week", "(11,12): error: 'a week' is no duration. Write 7d, 12h or 1d12h.")]
    [InlineData("enabled: true", "enabled: yes", "(10,14): error: 'yes' must be true or false.")]
    [InlineData("[111122223333/eu-west-1]", "[eu-west-1]", "(5,12): error: 'eu-west-1' is no account and region. Write 111122223333/eu-west-1.")]
    [InlineData("\"444455556666\"", "\"4444\"", "error: '4444' is no account id: twelve digits.")]
    [InlineData("      - paths: [prod/*]\n        tags: { tier: gold }\n        severity", "      - severity", "error: An override says for which resources it is. Add paths, tags, accounts or regions.")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, string error)
    {
        var text = Good.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);

        Assert.Contains(error, Assert.Throws<DocumentException>(() => AuditConfiguration.Read("secretsaudit.yaml", text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value-not-rotated:", "value-not-rotatd:", "(9,3): error: There is no rule 'value-not-rotatd'. Did you mean 'value-not-rotated'?")]
    [InlineData("{ maximumAge: 60d }", "{ maximunAge: 60d }", "(12,31): error: The rule 'value-not-rotated' has no parameter 'maximunAge'. Did you mean 'maximumAge'?")]
    [InlineData("{ maximumAge: 60d }", "{ maximumAge: 1h }", "(12,31): error: 'maximumAge' must be at least 1d, not 1h.")]
    [InlineData("{ maximumAge: 30d }", "{ maximumAge: soon }", "(17,35): error: 'maximumAge' must be a duration such as 90d or 24h, not 'soon'.")]
    public void A_setting_of_no_rule_is_told_with_its_place(string right, string wrong, string error)
    {
        var read = AuditConfiguration.Read("secretsaudit.yaml", Good.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(error, Assert.Throws<DocumentException>(() => read.RuleSettings(shared.Pack)).Message, StringComparison.Ordinal);
    }
}
