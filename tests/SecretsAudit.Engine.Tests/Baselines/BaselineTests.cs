using System.Text;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Baselines;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Baselines;

/// <summary>The life of a finding from run to run.</summary>
public sealed class BaselineTests(SharedPack shared) : IClassFixture<SharedPack>
{
    [Fact]
    public async Task A_finding_of_the_baseline_is_open_and_any_other_is_new()
    {
        var before = Baseline.After(await RunAsync(null, Plain("a")));

        var after = await RunAsync(before, Plain("a"), Plain("b"));

        Assert.Equal([("a", FindingState.Open), ("b", FindingState.New)], States(after));
        Assert.Empty(after.Fixed!);
    }

    [Fact]
    public async Task What_is_gone_is_fixed_and_what_comes_back_is_reopened()
    {
        var first = Baseline.After(await RunAsync(null, Plain("a")));
        var second = await RunAsync(first, Secret("a"));
        Assert.Equal(Secret("a").Arn, Assert.Single(second.Fixed!).Subject);

        var third = await RunAsync(Baseline.After(second, first), Plain("a"));

        Assert.Equal([("a", FindingState.Reopened)], States(third));
    }

    // As in DefectDojo, unless told otherwise: https://docs.defectdojo.com (SLA configuration, restart on reactivation).
    [Fact]
    public async Task A_fix_that_did_not_last_wins_no_time()
    {
        var first = Baseline.After(await RunAsync(null, Plain("a")));
        var second = Baseline.After(await RunAsync(first, Secret("a")), first);
        var later = new AuditOptions { AsOf = Now.AddDays(5), Baseline = second, DueTimes = new Dictionary<Severity, TimeSpan> { [Severity.Medium] = TimeSpan.FromDays(3) } };

        var finding = Assert.Single((await AuditEngine.RunAsync(Source(Plain("a")), shared.Pack, later, CancellationToken.None)).Findings);

        Assert.Equal((FindingState.Reopened, Now, Now.AddDays(3)), (finding.State, finding.FirstSeen, finding.Due));
    }

    [Fact]
    public async Task Behind_a_denied_read_nothing_counts_as_fixed()
    {
        var before = Baseline.After(await RunAsync(null, Plain("a")));

        Assert.Empty((await RunAsync(before, Secret("a") with { KmsKeyId = Denied<string>() })).Fixed!);
    }

    [Fact]
    public async Task In_an_account_that_was_not_read_nothing_counts_as_fixed()
    {
        var before = Baseline.After(await RunAsync(null, Plain("a")));
        var elsewhere = Secret("b") with { Arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:b-AbCdEf", Scope = Ireland with { Region = "us-east-1" } };

        Assert.Empty((await RunAsync(before, elsewhere)).Fixed!);
    }

    [Fact]
    public async Task A_rule_that_did_not_judge_fixes_nothing()
    {
        var before = Baseline.After(await RunAsync(null, Plain("a")));
        var options = new AuditOptions { AsOf = Now, Baseline = before, Rules = new Dictionary<string, RuleSetting> { ["aws-managed-key"] = new() { Enabled = false } } };

        Assert.Empty((await AuditEngine.RunAsync(Source(Secret("a")), shared.Pack, options, CancellationToken.None)).Fixed!);
    }

    [Fact]
    public async Task The_compact_file_says_the_same_again_and_keeps_its_order()
    {
        var baseline = Baseline.After(await RunAsync(null, Plain("b"), Plain("a")));

        var file = BaselineFile.Write(baseline);
        var read = Baseline.Read("baseline.json", file);

        Assert.Equal(baseline.Entries, read.Entries);
        Assert.Equal(Now, read.AsOf);
        Assert.Equal(file, BaselineFile.Write(read));
    }

    [Fact]
    public async Task An_earlier_report_is_a_baseline()
    {
        var finding = Assert.Single((await RunAsync(null, Plain("a"))).Findings);
        var report = $$$"""
            {"schemaVersion":"1.0","asOf":"2026-01-01T00:00:00Z","findings":[
              {"fingerprint":"{{{finding.Fingerprint}}}","ruleId":"SAUD1020","state":"new","subject":{"type":"resource","arn":"{{{finding.Subject.Identity}}}"}},
              {"fingerprint":"00","ruleId":"SAUD2001","state":"new","subject":{"type":"code","path":"src/x.cs"}}]}
            """;

        var after = await RunAsync(Baseline.Read("report.json", Encoding.UTF8.GetBytes(report)), Plain("a"));

        Assert.Equal((FindingState.Open, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), (after.Findings[0].State, after.Findings[0].FirstSeen));
        Assert.Empty(after.Fixed!);
    }

    [Theory]
    [InlineData("", "it is not the JSON it should be")]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{}", "it has no list of findings")]
    [InlineData("""{"findings":[{}]}""", "finding 1 has no subject")]
    [InlineData("""{"findings":[{"subject":{"arn":"a"}}]}""", "finding 1 has no 'fingerprint'")]
    [InlineData("""{"secretsauditBaseline":2,"findings":[]}""", "its version is not 1")]
    [InlineData("""{"secretsauditBaseline":1,"findings":[7]}""", "finding 1 has no 'fingerprint'")]
    public void What_is_no_baseline_is_told_so(string text, string what) => Assert.Contains(
        what, Assert.Throws<BaselineException>(() => Baseline.Read("b.json", Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_due_time_counts_from_when_the_finding_was_first_seen()
    {
        var text = BaselineFile.Write(Baseline.After(await RunAsync(null, Plain("a"))));
        var old = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("2026-01-15", "2026-01-05", StringComparison.Ordinal));
        var options = new AuditOptions { AsOf = Now, Baseline = Baseline.Read("b.json", old), DueTimes = new Dictionary<Severity, TimeSpan> { [Severity.Medium] = TimeSpan.FromDays(30) } };

        var result = await AuditEngine.RunAsync(Source(Plain("a"), Plain("b")), shared.Pack, options, CancellationToken.None);

        Assert.Equal([Now.AddDays(20), Now.AddDays(30)], result.Findings.Select(finding => finding.Due!.Value));
    }

    private static Secret Plain(string name) => Secret(name) with { KmsKeyId = Absent<string>() };

    private static IEnumerable<(string Name, FindingState State)> States(AuditResult result) =>
        result.Findings.Select(finding => (((FindingSubject.Resource)finding.Subject).Name, finding.State));

    private Task<AuditResult> RunAsync(Baseline? baseline, params Secret[] secrets) =>
        AuditEngine.RunAsync(Source(secrets), shared.Pack, new() { AsOf = Now, Baseline = baseline }, CancellationToken.None);
}
