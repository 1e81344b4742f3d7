using BenchmarkDotNet.Attributes;
using SecretsAudit.Model;
using SecretsAudit.Reports;

namespace SecretsAudit.Benchmarks.Reports;

/// <summary>Writing 10,000 findings in each format. Goal for HTML: well under a second.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ReportBenchmarks
{
    private readonly AuditResult _result = Result(10_000);
    private IReportWriter _writer = null!;

    /// <summary>The format.</summary>
    [Params("html", "sarif", "json", "markdown", "csv", "jsonl", "junit", "gitlab", "ocsf", "asff")]
    public string Format { get; set; } = "";

    /// <summary>Compiles the templates, which a process does once.</summary>
    [GlobalSetup]
    public void Warm() => _writer = ReportWriters.Find(Format)!;

    /// <summary>One report into nothing.</summary>
    [Benchmark]
    public Task Write() => _writer.WriteAsync(_result, Stream.Null, CancellationToken.None);

    private static AuditResult Result(int count)
    {
        var asOf = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
        var rule = new RuleDescriptor
        {
            Id = "SAUD1003", Name = "rotation-overdue", Title = "Scheduled rotation did not happen", Severity = Severity.High, Category = "rotation",
            Description = "The day has passed and the secret was not rotated.", Remediation = "1. Read the function's log.\n2. Fix the cause.\n3. Run `aws secretsmanager rotate-secret --secret-id ARN`.",
            Controls = new Dictionary<string, IReadOnlyList<string>> { ["aws-fsbp"] = ["SecretsManager.2"], ["pci-dss-4.0"] = ["8.6.3"] },
        };
        var scope = new Scope("111122223333", "eu-west-1");
        return new AuditResult
        {
            RunId = "benchmark", ToolVersion = "0.1.0", AsOf = asOf, StartedAt = asOf, Duration = TimeSpan.FromSeconds(1), Source = "a benchmark", Rules = [rule],
            Tallies = [new RuleTally(rule.Id, 0, count, 0, 0)], Scopes = [new ScopeCoverage(scope, count, 1, 0)],
            Findings = [.. Enumerable.Range(0, count).Select(i =>
            {
                var arn = $"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-{i}-Ab12Cd";
                return new Finding
                {
                    Fingerprint = FindingFingerprint.Compute(rule.Id, arn), RuleId = rule.Id, RuleName = rule.Name, Title = rule.Title, Severity = rule.Severity,
                    Message = $"Rotation was due {i % 400} days ago and has not happened.", Subject = new FindingSubject.Resource(arn, $"prod/orders-{i}", "AWS::SecretsManager::Secret", scope, "payments"),
                    Evidence = [new Evidence("NextRotationDate", "2026-01-01", "secretsmanager:ListSecrets", asOf), new Evidence("LastRotatedDate", "(absent)", "secretsmanager:ListSecrets", asOf)],
                    Remediation = rule.Remediation, State = FindingState.Open, FirstSeen = asOf,
                };
            })],
        };
    }
}
