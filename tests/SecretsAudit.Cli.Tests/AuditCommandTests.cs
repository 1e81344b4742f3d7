using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>The audit command over the built-in store.</summary>
[Collection(nameof(AwsVariables))]
public sealed class AuditCommandTests
{
    [Fact]
    public async Task Without_any_flag_the_sample_is_audited_and_its_reports_are_named()
    {
        using var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("audit"));

        foreach (var file in (string[])["report.html", "report.sarif", "report.json"])
        {
            Assert.True(File.Exists(Path.Combine(line.Folder, "secretsaudit-report", file)), file);
            Assert.Contains(Path.Combine("secretsaudit-report", file), line.Output, StringComparison.Ordinal);
        }

        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task A_threshold_above_every_finding_makes_the_run_clean()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("audit", "--fail-on", "none", "--quiet"));
        Assert.Equal(0, await line.With("SECRETSAUDIT_FAIL_ON", "none").RunAsync("audit", "--no-code"));
        Assert.Equal(1, await line.RunAsync("audit", "--no-code", "--fail-on", "low"));
    }

    [Fact]
    public async Task Quiet_says_nothing_at_all()
    {
        using var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("audit", "--quiet"));

        Assert.Empty(line.Output);
        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task One_report_goes_to_stdout_alone_and_the_summary_to_stderr()
    {
        using var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("audit", "--out", "-", "--format", "sarif"));

        using var sarif = JsonDocument.Parse(line.Output);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Contains("as of 2026-11-02", line.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(line.Folder));
    }

    [Fact]
    public async Task An_exported_inventory_is_judged_as_its_source_is()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("inventory", "export", "kept.jsonl.gz"));
        Assert.Equal(1, await line.RunAsync("audit", "--source", "kept.jsonl.gz", "--format", "json", "--out", "later"));
        Assert.Equal(1, await line.RunAsync("audit", "--no-code", "--format", "json", "--out", "now"));

        Assert.Equal(Fingerprints(line.Read("now/report.json")), Fingerprints(line.Read("later/report.json")));
    }

    [Fact]
    public async Task The_same_inventory_gives_other_findings_at_another_moment()
    {
        using var line = new CommandLine();
        await line.RunAsync("inventory", "export", "kept.jsonl.gz");

        await line.RunAsync("audit", "--source", "kept.jsonl.gz", "--format", "json", "--out", "now");
        await line.RunAsync("audit", "--source", "kept.jsonl.gz", "--as-of", "2027-11-02", "--format", "json", "--out", "later");

        Assert.True(Fingerprints(line.Read("later/report.json")).Count > Fingerprints(line.Read("now/report.json")).Count);
    }

    [Fact]
    public async Task An_unreachable_endpoint_is_a_gap_and_the_run_says_incomplete()
    {
        using var line = new CommandLine();
        using var credentials = new AwsVariables();

        Assert.Equal(3, await line.RunAsync("audit", "--endpoint-url", "http://127.0.0.1:9", "--regions", "eu-west-1"));

        Assert.Contains("The audit is incomplete", line.Output, StringComparison.Ordinal);
        Assert.Contains("sts:GetCallerIdentity", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_covers_its_findings_and_an_expired_one_is_a_finding_itself()
    {
        using var line = new CommandLine();
        const string Waiver = "  - {{ rule: {0}, subject: '*', owner: platform, approver: security, reason: accepted for the migration, expires: {1} }}\n";
        line.Write("secretsaudit.waivers.yaml", "waivers:\n" + string.Format(Waiver, "aws-managed-key", "2027-06-01") + string.Format(Waiver, "unused-secret", "2026-01-01"));

        Assert.Equal(1, await line.RunAsync("audit", "--no-code", "--format", "json"));

        Assert.Contains("waiver-expired", line.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line.Read("secretsaudit-report/report.json"));
        var states = Findings(json).ToLookup(finding => finding.GetProperty("ruleName").GetString(), finding => finding.GetProperty("state").GetString());
        Assert.All(states["aws-managed-key"], state => Assert.Equal("waived", state));
        Assert.All(states["unused-secret"], state => Assert.NotEqual("waived", state));
    }

    private static List<string> Fingerprints(string report)
    {
        using var json = JsonDocument.Parse(report);
        return [.. Findings(json).Select(finding => finding.GetProperty("fingerprint").GetString()!).Order(StringComparer.Ordinal)];
    }

    private static JsonElement.ArrayEnumerator Findings(JsonDocument json) => json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray();
}
