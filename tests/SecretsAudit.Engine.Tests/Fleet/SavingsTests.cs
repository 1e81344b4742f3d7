using SecretsAudit.Engine.Auditing;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Fleet;

/// <summary>What an estate costs by kind, and what each remedy would save.</summary>
public sealed class SavingsTests(SharedPack shared) : IClassFixture<SharedPack>
{
    /// <seealso href="https://aws.amazon.com/secrets-manager/pricing/"/>
    [Fact]
    public async Task The_worked_example_comes_out_by_kind()
    {
        var cost = (await RunAsync([.. Enumerable.Range(0, 10).Select(i => Secret($"s{i}") with { Usage = Known(Usage(3_000, days: 30)) })])).Cost!;

        Assert.Equal((4.00m, 0.15m, 0.09m), (cost.Storage, cost.ApiCalls, cost.KmsRequests));
        Assert.Equal(4.24m, cost.Storage + cost.ApiCalls + cost.KmsRequests);
        Assert.Empty(cost.Savings);
    }

    [Fact]
    public async Task The_fleets_distribution_is_told_beside_the_sums()
    {
        // Nine secrets of forty cents, one of which is read, and one whose use is unknown: it stands apart.
        var cost = (await RunAsync(
        [
            .. Enumerable.Range(0, 8).Select(i => Secret($"s{i}") with { Usage = Known(Usage(0, days: 30)) }),
            Secret("busy") with { Usage = Known(Usage(1_000_000, days: 30)) }, Secret("dark") with { Usage = Denied<SecretUsage>() },
        ])).Cost!;

        Assert.Equal(
            new CostDistribution
            {
                Secrets = 9, Unknown = 1, Minimum = 0.4m, LowerQuartile = 0.4m, Median = 0.4m, UpperQuartile = 0.4m, Percentile90 = 8.4m, Percentile99 = 8.4m, Maximum = 8.4m, RobustDeviation = 0.1m,
            },
            cost.Distribution);
    }

    [Fact]
    public async Task Each_remedy_saves_what_it_removes()
    {
        var replicated = Secret("replicated") with
        {
            PrimaryRegion = Known("eu-west-1"),
            Replicas = Known<IReadOnlyList<Replica>>([new() { Region = "us-east-1", Status = "InSync" }, new() { Region = "us-west-2", Status = "InSync", LastAccessed = Now.AddDays(-1) }]),
        };
        var busy = Secret("busy") with { Usage = Known(Usage(2_880_000, 30) with { Readers = ["arn:aws:iam::111122223333:role/a"] }) };
        var address = Secret("app/base-url") with { LastRotated = Absent<DateTimeOffset>(), Rotation = new() { Enabled = Known(false) } };
        Secret[] alike = [.. Enumerable.Range(0, 4).Select(i => Secret($"app/orders/{i}") with { Rotation = new() { Enabled = Known(false) } })];

        var cost = (await RunAsync([Secret("idle") with { LastAccessed = Known(Now.AddDays(-200)) }, replicated, busy, address, .. alike])).Cost!;

        Assert.Equal(
            [
                // 2,880,000 calls and decryptions cost 23.04; of 96,000 a day 288 are left.
                new CostSaving(CostRemedy.Cache, 1, 22.9709m),
                new CostSaving(CostRemedy.Merge, 4, 1.2m),
                new CostSaving(CostRemedy.DeleteUnused, 1, 0.4m),
                new CostSaving(CostRemedy.DropReplicas, 1, 0.4m),
                new CostSaving(CostRemedy.MoveToParameterStore, 1, 0.4m),
            ],
            cost.Savings);
    }

    [Fact]
    public async Task A_finding_about_cost_says_what_its_fix_saves_and_no_other_does()
    {
        var result = await RunAsync(Secret("idle") with { LastAccessed = Known(Now.AddDays(-200)), KmsKeyId = Absent<string>() });

        Assert.Equal([("aws-managed-key", null), ("unused-secret", (decimal?)0.4m)], result.Findings.Select(finding => (finding.RuleName, finding.MonthlySaving)));
    }

    [Fact]
    public async Task What_is_not_known_saves_nothing()
    {
        var cost = (await RunAsync(Secret() with { LastAccessed = Denied<DateTimeOffset>(), Usage = Denied<SecretUsage>() })).Cost!;

        Assert.Empty(cost.Savings);
        Assert.Equal((0.4m, 1), (cost.Storage, cost.WithoutUse));
    }

    private Task<AuditResult> RunAsync(params Secret[] secrets) => AuditEngine.RunAsync(Source(secrets), shared.Pack, new() { AsOf = Now }, CancellationToken.None);
}
