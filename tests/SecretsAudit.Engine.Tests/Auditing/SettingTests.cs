using SecretsAudit.Engine.Auditing;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

/// <summary>Settings for some resources, grace for new ones, and rules that are called otherwise today.</summary>
public sealed class SettingTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Fact]
    public async Task A_parameter_can_be_set_for_a_path_of_names()
    {
        var result = await RunAsync(
            new() { Enabled = true, Overrides = [new(new() { Paths = ["prod/*"] }, new() { Parameters = Set("maximumAge", "10d") })] },
            Aged("prod/db", 20), Aged("test/db", 20), Aged("test/old", 200));

        Assert.Equal(["prod/db", "test/old"], Names(result));
    }

    [Fact]
    public async Task A_rule_can_be_switched_off_for_a_tag_and_told_apart_in_severity_for_another()
    {
        var result = await RunAsync(
            new()
            {
                Enabled = true,
                Overrides = [new(new() { Tags = Set("tier", "lab*") }, new() { Enabled = false }), new(new() { Tags = Set("tier", "gold") }, new() { Severity = Severity.Critical })],
            },
            Aged("a", 200, "lab-1"), Aged("b", 200, "gold"), Aged("c", 200));

        Assert.Equal(["b", "c"], Names(result));
        Assert.Equal([Severity.Critical, Severity.Medium], result.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public async Task A_rule_that_is_off_can_be_switched_on_for_one_account_and_region()
    {
        var setting = new RuleSetting { Overrides = [new(new() { Accounts = ["1111*"], Regions = ["eu-west-1"] }, new() { Enabled = true })] };

        Assert.Equal(["a"], Names(await RunAsync(setting, Aged("a", 200))));
        Assert.DoesNotContain((await RunAsync(setting, Aged("a", 200) with { Scope = Ireland with { Region = "us-east-1" } })).Findings, finding => finding.RuleId == "SAUD1004");
    }

    [Fact]
    public async Task Of_two_overrides_the_last_one_counts()
    {
        var setting = new RuleSetting
        {
            Enabled = true,
            Overrides = [new(new() { Paths = ["*"] }, new() { Severity = Severity.Low }), new(new() { Paths = ["prod/*"] }, new() { Severity = Severity.High })],
        };

        Assert.Equal(Severity.High, Assert.Single((await RunAsync(setting, Aged("prod/a", 200))).Findings).Severity);
    }

    [Fact]
    public async Task Where_settings_depend_on_tags_that_were_not_read_the_rule_is_not_evaluated()
    {
        var setting = new RuleSetting { Enabled = true, Overrides = [new(new() { Tags = Set("tier", "gold") }, new() { Severity = Severity.Critical })] };

        var result = await RunAsync(setting, Aged("a", 200) with { Tags = Denied<IReadOnlyDictionary<string, string>>("secretsmanager:ListSecrets") });

        Assert.Empty(result.Findings);
        Assert.Equal("which settings hold depends on tags: AccessDeniedException on secretsmanager:ListSecrets", Assert.Single(result.NotEvaluated).Reason);
    }

    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(4, 1, 0)]
    public async Task Within_its_grace_a_new_secret_is_spared(int age, int failed, int spared)
    {
        var secret = Aged("a", 200) with { CreatedAt = Known(Now.AddDays(-age)) };

        var result = await RunAsync(new() { Enabled = true, Grace = TimeSpan.FromDays(4) }, secret);

        var tally = result.Tallies.Single(tally => tally.RuleId == "SAUD1004");
        Assert.Equal((failed, spared), (tally.Failed, tally.NotApplicable));
    }

    [Fact]
    public async Task What_is_of_unknown_age_is_not_spared_by_a_grace()
    {
        var result = await RunAsync(new() { Enabled = true, Grace = TimeSpan.FromDays(4) }, Aged("a", 200) with { CreatedAt = Denied<DateTimeOffset>() });

        Assert.Equal("whether its grace of 4d is over depends on its age: AccessDeniedException on secretsmanager:DescribeSecret", result.NotEvaluated.Single(rule => rule.RuleId == "SAUD1004").Reason);
    }

    [Fact]
    public async Task A_grace_spares_nothing_that_passes() => Assert.Equal(
        1,
        (await RunAsync(new() { Enabled = true, Grace = TimeSpan.FromDays(4) }, Aged("a", 1) with { CreatedAt = Known(Now.AddDays(-1)) }))
            .Tallies.Single(tally => tally.RuleId == "SAUD1004").Passed);

    [Fact]
    public void One_rule_under_two_names_is_an_error()
    {
        var options = new AuditOptions { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { ["value-not-rotated"] = new(), ["SAUD1004"] = new() } };

        Assert.Contains("are one rule", Assert.Throws<RuleSettingException>(() => BoundRules.Bind(shared.Pack, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_rule_is_off_and_is_found_under_its_former_names()
    {
        using var folder = new TemporaryFolder();
        const string More = "deprecated: { since: 0.2.0, replacedBy: SAUD1901, reason: Too noisy. }\naliases: [old-name, SAUD1902]";
        using var pack = Tests.Rules.RuleYaml.Pack(folder, "'true'", More);

        Assert.False(pack.Rules[0].EnabledByDefault);
        Assert.Same(pack.Rules[0], pack.Find("old-name"));
        Assert.Same(pack.Rules[0], pack.Find("saud1902"));
        Assert.Equal(new RuleDeprecation("0.2.0", "SAUD1901", "Too noisy."), pack.Rules[0].Descriptor.Deprecated);
        var options = new AuditOptions { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { ["old-name"] = new() { Enabled = true } } };
        Assert.Single((await AuditEngine.RunAsync(Source(Secret()), pack, options, CancellationToken.None)).Findings);
    }

    private static Secret Aged(string name, int days, string tier = "none") => Secret(name) with
    {
        LastRotated = Known(Now.AddDays(-days)),
        Tags = Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "team", ["tier"] = tier }),
    };

    private static Dictionary<string, string> Set(string name, string value) => new() { [name] = value };

    private static IEnumerable<string> Names(AuditResult result) => result.Findings.Select(finding => ((FindingSubject.Resource)finding.Subject).Name);

    private Task<AuditResult> RunAsync(RuleSetting setting, params Secret[] secrets) => AuditEngine.RunAsync(
        Source(secrets), shared.Pack, new() { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { ["value-not-rotated"] = setting } }, CancellationToken.None);
}
