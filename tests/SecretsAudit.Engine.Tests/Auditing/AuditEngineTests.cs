using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

public sealed class AuditEngineTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Fact]
    public async Task A_healthy_secret_passes_every_rule()
    {
        var result = await RunAsync(Secret());

        Assert.Empty(result.Findings);
        Assert.Empty(result.NotEvaluated);
        Assert.True(result.IsComplete);
        Assert.Superset(new HashSet<string> { "SAUD1003", "SAUD1020", "SAUD1022", "SAUD1040", "SAUD1060" }, result.Tallies.Where(tally => tally.Passed == 1).Select(tally => tally.RuleId).ToHashSet());
    }

    [Fact]
    public async Task A_violation_becomes_a_finding_with_evidence_from_the_read()
    {
        var result = await RunAsync(Overdue());

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SAUD1003", "rotation-overdue", Severity.High), (finding.RuleId, finding.RuleName, finding.Severity));
        Assert.Equal("Rotation was due on 2026-01-13 12:00:00Z and has not happened.", finding.Message);
        Assert.Equal(new FindingSubject.Resource(Secret().Arn, "prod/orders/db", "AWS::SecretsManager::Secret", Ireland, "team-orders"), finding.Subject);
        Assert.Contains(new Evidence("NextRotationDate", "2026-01-13 12:00:00Z", "secretsmanager:ListSecrets", Now.AddMinutes(-1)), finding.Evidence);
        Assert.Equal(FindingFingerprint.Compute("SAUD1003", Secret().Arn), finding.Fingerprint);
        Assert.Equal(0.4024m, finding.MonthlyCost);
    }

    [Fact]
    public async Task What_could_not_be_read_is_not_evaluated_and_the_audit_is_incomplete()
    {
        var result = await RunAsync(Secret() with { ResourcePolicy = Denied<string>("secretsmanager:GetResourcePolicy") });

        Assert.Equal(OnByDefault(InventoryNeeds.ResourcePolicy), result.NotEvaluated.Select(unevaluated => unevaluated.RuleId));
        Assert.All(result.NotEvaluated, unevaluated => Assert.Equal("AccessDeniedException on secretsmanager:GetResourcePolicy", unevaluated.Reason));
        Assert.False(result.IsComplete);
        Assert.Equal(new RuleTally("SAUD1040", 0, 0, 0, 1), result.Tallies.Single(tally => tally.RuleId == "SAUD1040"));
    }

    [Fact]
    public async Task A_secret_under_a_key_of_another_account_is_judged_when_that_account_has_been_read()
    {
        var central = new Scope("444455556666", "eu-west-1");
        var secret = Secret() with { KmsKeyId = Known(AppKey(central).Arn) };

        var result = await AuditEngine.RunAsync(
            Source(new InventoryItem.OfSecret(secret), new InventoryItem.ScopeRead(Ireland), new InventoryItem.OfKey(AppKey(central) with { State = Known("Disabled") }), new InventoryItem.ScopeRead(central)),
            shared.Pack,
            new() { AsOf = Now },
            CancellationToken.None);

        Assert.Equal("key-unusable", Assert.Single(result.Findings).RuleName);
        Assert.Empty(result.NotEvaluated);
    }

    [Fact]
    public async Task Of_a_secret_of_which_nothing_was_read_nothing_passes()
    {
        var result = await RunAsync(new Secret { Name = "x", Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:x-AbCdEf", Scope = Ireland });

        Assert.Empty(result.Findings);
        var ofSecrets = shared.Pack.Rules.Where(rule => rule.Resource == RuleResource.Secret).Select(rule => rule.Descriptor.Id).ToHashSet();
        Assert.All(result.Tallies.Where(tally => ofSecrets.Contains(tally.RuleId)), tally => Assert.Equal(0, tally.Passed));
        Assert.Superset(new HashSet<string> { "SAUD1003", "SAUD1020", "SAUD1040", "SAUD1060" }, result.NotEvaluated.Select(rule => rule.RuleId).ToHashSet());
    }

    // The rules about one secret that are on and need some read.
    private IEnumerable<string> OnByDefault(InventoryNeeds need) => shared.Pack.Rules
        .Where(rule => rule is { EnabledByDefault: true, Resource: RuleResource.Secret, NeedsFleet: false } && rule.Needs.HasFlag(need)).Select(rule => rule.Descriptor.Id);

    [Fact]
    public async Task A_secret_far_above_the_fleet_is_an_outlier_and_the_fleet_is_priced()
    {
        var fleet = Enumerable.Range(0, 20).Select(i => Secret($"app/{i}")).Append(Secret("app/greedy") with { Usage = Known(Usage(9_000_000)) }).ToArray();

        var result = await RunAsync(fleet);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("cost-outlier", 24.40m), (finding.RuleName, finding.MonthlyCost));
        Assert.Equal((20 * 0.4024m) + 24.40m, result.Inventory!.MonthlyCost);
        Assert.Equal(20, result.Inventory.MonthlyCosts.Single(bucket => bucket.Label == "up to $0.50").Count);
        Assert.Equal(1, result.Inventory.MonthlyCosts.Single(bucket => bucket.Label == "over $20").Count);
    }

    [Fact]
    public async Task A_fleet_whose_use_could_not_be_read_is_not_evaluated_for_its_cost()
    {
        var result = await RunAsync([.. Enumerable.Range(0, 20).Select(i => Secret($"app/{i}") with { Usage = Denied<SecretUsage>("cloudtrail:LookupEvents") })]);

        Assert.Equal(new RuleTally("SAUD1080", 0, 0, 0, 20), result.Tallies.Single(tally => tally.RuleId == "SAUD1080"));
        Assert.Equal(20 * 0.40m, result.Inventory!.MonthlyCost);
    }

    [Fact]
    public async Task Findings_are_ordered_worst_first()
    {
        var result = await RunAsync(
            Secret("b") with { KmsKeyId = Absent<string>() },
            Secret("a") with { KmsKeyId = Absent<string>(), LastAccessed = Known(Now.AddDays(-200)) },
            Overdue());

        Assert.Equal(["SAUD1003", "SAUD1020", "SAUD1020", "SAUD1060"], result.Findings.Select(finding => finding.RuleId));
        Assert.Equal(["a", "b"], result.Findings.Where(finding => finding.RuleId == "SAUD1020").Select(finding => ((FindingSubject.Resource)finding.Subject).Name));
    }

    [Fact]
    public async Task The_same_inventory_gives_the_same_fingerprints_in_any_order()
    {
        Secret[] secrets = [Overdue(), Secret("b") with { KmsKeyId = Absent<string>() }];

        var one = await RunAsync(secrets);
        var other = await RunAsync([.. secrets.Reverse()]);

        Assert.Equal(one.Findings.Select(finding => finding.Fingerprint), other.Findings.Select(finding => finding.Fingerprint));
    }

    [Fact]
    public async Task Coverage_and_gaps_are_counted_by_account_and_region()
    {
        var gap = new Gap { Operation = "kms:ListKeys", Subject = "111122223333/eu-west-1", Reason = "denied", Remedy = "Allow kms:ListKeys.", Scope = Ireland, Kind = GapKind.Denied };

        var result = await RunAsync([new InventoryItem.OfGap(gap), new InventoryItem.OfSecret(Secret()), new InventoryItem.ScopeRead(Ireland)]);

        Assert.Equal([new ScopeCoverage(Ireland, 1, 0, 1)], result.Scopes);
        Assert.Equal([gap], result.Gaps);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task A_scope_that_was_never_finished_is_a_gap()
    {
        var result = await RunAsync([new InventoryItem.OfSecret(Secret())]);

        Assert.Equal("the source ended before this account and region had been read to its end", Assert.Single(result.Gaps).Reason);
    }

    [Fact]
    public async Task An_empty_region_is_covered_and_complete()
    {
        var result = await RunAsync([new InventoryItem.ScopeRead(Ireland)]);

        Assert.True(result.IsComplete);
        Assert.Equal(0, result.Inventory!.Secrets);
    }

    [Fact]
    public async Task A_source_is_asked_for_what_the_enabled_rules_need_and_no_more()
    {
        var source = new AskedSource();
        var settings = shared.Pack.Rules.ToDictionary(rule => rule.Descriptor.Name, rule => new RuleSetting { Enabled = rule.Descriptor.Name is "rotation-overdue" or "aws-managed-key" });

        await AuditEngine.RunAsync(source, shared.Pack, new() { AsOf = Now, Rules = settings }, CancellationToken.None);

        Assert.Equal(InventoryNeeds.Description | InventoryNeeds.Keys, source.Request!.Needs);
    }

    [Fact]
    public async Task Settings_change_severity_and_parameters()
    {
        var settings = new Dictionary<string, RuleSetting>
        {
            ["rotation-overdue"] = new() { Severity = Severity.Critical, Parameters = new Dictionary<string, string> { ["grace"] = "49h" } },
            ["unused-secret"] = new() { Severity = Severity.Critical, Parameters = new Dictionary<string, string> { ["unusedDays"] = "1" } },
        };

        var result = await AuditEngine.RunAsync(
            Source(Overdue() with { LastAccessed = Known(Now.AddDays(-2)) }), shared.Pack, new() { AsOf = Now, Rules = settings }, CancellationToken.None);

        Assert.Equal(("SAUD1060", Severity.Critical), Assert.Single(result.Findings.Select(finding => (finding.RuleId, finding.Severity))));
    }

    [Theory]
    [InlineData("rotation-overdeu", "grace", "1h", "There is no rule 'rotation-overdeu'. Did you mean 'rotation-overdue'?")]
    [InlineData("rotation-overdue", "grce", "1h", "The rule 'rotation-overdue' has no parameter 'grce'. Did you mean 'grace'?")]
    [InlineData("rotation-overdue", "grace", "soon", "The rule 'rotation-overdue': 'grace' must be a duration such as 90d or 24h, not 'soon'.")]
    [InlineData("rotation-overdue", "grace", "31d", "The rule 'rotation-overdue': 'grace' must be at most 30d, not 31d.")]
    public async Task A_wrong_setting_is_an_error_that_says_what_would_be_right(string rule, string parameter, string value, string message)
    {
        var options = new AuditOptions { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { [rule] = new() { Parameters = new Dictionary<string, string> { [parameter] = value } } } };

        var wrong = await Assert.ThrowsAsync<RuleSettingException>(() => AuditEngine.RunAsync(Source(Secret()), shared.Pack, options, CancellationToken.None));

        Assert.Equal(message, wrong.Message);
    }

    [Fact]
    public async Task Findings_in_code_are_merged_in()
    {
        var rule = AuditRules.RuleThrew with { Id = "SAUD2001", Name = "hard-coded-credential" };
        var code = new CodeAudit
        {
            Rules = [rule],
            Findings = [AuditRules.Finding(rule, new("src/a.cs", 3, 1), "A literal.", [], "k")],
            Summary = new("src", 1, 10, 100, TimeSpan.FromSeconds(1)),
        };

        var result = await AuditEngine.RunAsync(null, shared.Pack, new() { AsOf = Now, Code = code }, CancellationToken.None);

        Assert.Equal("SAUD2001", Assert.Single(result.Findings).RuleId);
        Assert.Equal(1, result.Tallies.Single(tally => tally.RuleId == "SAUD2001").Failed);
        Assert.Null(result.Inventory);
        Assert.Equal("src", result.Code!.Root);
        Assert.DoesNotContain(result.Rules, descriptor => descriptor.Id.StartsWith("SAUD1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_audit_stops() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => AuditEngine.RunAsync(Source(Secret()), shared.Pack, new() { AsOf = Now }, new CancellationToken(canceled: true)));

    private static Secret Overdue() => Secret() with { Rotation = Secret().Rotation with { Next = Known(Now.AddDays(-2)) } };

    private Task<AuditResult> RunAsync(params Secret[] secrets) =>
        AuditEngine.RunAsync(Source(secrets), shared.Pack, new() { AsOf = Now }, CancellationToken.None);

    private Task<AuditResult> RunAsync(InventoryItem[] items) =>
        AuditEngine.RunAsync(Source(items), shared.Pack, new() { AsOf = Now }, CancellationToken.None);

    private sealed class AskedSource : IInventorySource
    {
        public InventoryRequest? Request { get; private set; }

        public string Description => "asked";

        public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Request = request;
            await Task.CompletedTask;
            yield break;
        }
    }
}
