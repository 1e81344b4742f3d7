using SecretsAudit.Engine.Auditing;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

/// <summary>Rules over keys, parameters and accounts, and what an audit says of them.</summary>
public sealed class ResourceKindTests(SharedPack shared) : IClassFixture<SharedPack>
{
    private static readonly KmsKey Key = new()
    {
        Arn = "arn:aws:kms:eu-west-1:111122223333:key/k", Id = "k", Scope = Ireland, Aliases = Known<IReadOnlyList<string>>(["alias/app"]),
        Manager = Known("CUSTOMER"), State = Known("Enabled"), RotationEnabled = Known(false),
    };

    private static readonly Parameter Password = new()
    {
        Arn = "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db-password", Name = "/prod/db-password", Scope = Ireland, Type = Known("String"), Version = Known(1L),
        Tags = Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "team-orders" }),
    };

    [Fact]
    public async Task A_key_is_judged_and_named_by_its_alias()
    {
        var finding = Assert.Single((await RunAsync("customer-key-without-rotation", new InventoryItem.OfKey(Key))).Findings);

        Assert.Equal(new FindingSubject.Resource(Key.Arn, "alias/app", "AWS::KMS::Key", Ireland, null), finding.Subject);
        Assert.Equal("aws kms enable-key-rotation --key-id arn:aws:kms:eu-west-1:111122223333:key/k --region eu-west-1", finding.Fix!.Cli);
    }

    [Fact]
    public async Task A_parameter_is_judged_and_its_owner_is_named()
    {
        var finding = Assert.Single((await RunAsync("secret-kept-as-string", new InventoryItem.OfParameter(Password))).Findings);

        Assert.Equal(new FindingSubject.Resource(Password.Arn, "/prod/db-password", "AWS::SSM::Parameter", Ireland, "team-orders"), finding.Subject);
    }

    [Fact]
    public async Task An_account_is_judged_by_its_trails()
    {
        var account = new AccountRegion { Scope = Ireland, Trails = Known<IReadOnlyList<AuditTrail>>([]) };

        var finding = Assert.Single((await RunAsync("trail-not-recording", new InventoryItem.OfAccount(account))).Findings);

        Assert.Equal("AWS::::Account:111122223333/eu-west-1", finding.Subject.Identity);
        Assert.Equal("No trail records 111122223333/eu-west-1.", finding.Message);
    }

    [Theory]
    [InlineData("customer-key-without-rotation", InventoryNeeds.Keys)]
    [InlineData("secret-kept-as-string", InventoryNeeds.Parameters)]
    [InlineData("shared-parameter", InventoryNeeds.Parameters | InventoryNeeds.ParameterPolicies)]
    [InlineData("trail-not-recording", InventoryNeeds.Account)]
    public void A_rule_needs_no_more_reads_than_its_facts_come_from(string rule, InventoryNeeds needs) => Assert.Equal(needs, shared.Pack.Find(rule)!.Needs);

    [Fact]
    public async Task A_place_in_a_template_comes_with_the_finding()
    {
        var place = new SourcePlace("template.yaml", 7, 3);

        var finding = Assert.Single((await RunAsync("customer-key-without-rotation", new InventoryItem.OfKey(Key with { Place = place }))).Findings);

        Assert.Equal(place, ((FindingSubject.Resource)finding.Subject).Place);
    }

    [Fact]
    public async Task What_cannot_be_known_before_deployment_is_no_gap_in_the_audit()
    {
        var notYet = Fact<bool>.Unknown(new FactOrigin("template", Now).Failed(Truth.NotYetReason));

        var result = await RunAsync("customer-key-without-rotation", new InventoryItem.OfKey(Key with { RotationEnabled = notYet }));

        Assert.Equal(new RuleTally("SAUD1023", 0, 0, 1, 0), result.Tallies.Single(tally => tally.RuleId == "SAUD1023"));
        Assert.DoesNotContain(result.NotEvaluated, rule => rule.RuleId == "SAUD1023");
    }

    [Fact]
    public async Task An_account_and_region_that_was_to_be_there_is_a_gap()
    {
        var options = new AuditOptions { AsOf = Now, Expected = [Ireland, new("444455556666", "eu-west-1")] };

        var result = await AuditEngine.RunAsync(Source(Secret()), shared.Pack, options, CancellationToken.None);

        var gap = Assert.Single(result.Gaps);
        Assert.Equal(("444455556666/eu-west-1", "inventory"), (gap.Subject, gap.Operation));
    }

    [Theory]
    [InlineData("COMPLIANT", false, true)]
    [InlineData("NON_COMPLIANT", true, true)]
    [InlineData("COMPLIANT", true, false)]
    [InlineData("NON_COMPLIANT", false, false)]
    [InlineData("INSUFFICIENT_DATA", false, false)]
    public async Task Where_AWS_Config_came_to_another_verdict_a_finding_says_so(string verdict, bool hasOwnKey, bool disagrees)
    {
        var secret = hasOwnKey ? Secret() : Secret() with { KmsKeyId = Absent<string>() };
        var compliance = new ConfigRuleCompliance(Ireland, "secretsmanager-using-cmk", verdict, null);

        var result = await AuditEngine.RunAsync(
            Source(new InventoryItem.OfSecret(secret), new InventoryItem.OfConfigRule(compliance), new InventoryItem.ScopeRead(Ireland)),
            shared.Pack,
            new() { AsOf = Now, ComparesConfig = true },
            CancellationToken.None);

        Assert.Equal(disagrees, result.Findings.Any(finding => finding.RuleName == "config-disagrees"));
    }

    private Task<AuditResult> RunAsync(string rule, InventoryItem item) => AuditEngine.RunAsync(
        Source(item, new InventoryItem.ScopeRead(Ireland)),
        shared.Pack,
        new() { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { [rule] = new() { Enabled = true } } },
        CancellationToken.None);
}
