using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>A baseline tells what is new: an estate with old findings gets a gate today, not when all of them are fixed.</summary>
public sealed class BaselineTests
{
    private const string Old = "      Old: { Type: AWS::SecretsManager::Secret, Properties: { Name: old } }\n";
    private const string Newer = "      Newer: { Type: AWS::SecretsManager::Secret, Properties: { Name: newer } }\n";

    [Fact]
    public async Task Known_findings_pass_a_new_one_fails_and_a_missing_one_is_fixed()
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "Resources:\n" + Old);

        Assert.Equal(1, await AuditAsync(line, "--write-baseline"));
        Assert.Equal(0, await AuditAsync(line));
        line.Write("app.yaml", "Resources:\n" + Old + Newer);
        Assert.Equal(1, await AuditAsync(line));
        line.Write("app.yaml", "Resources:\n" + Newer);
        Assert.Equal(1, await AuditAsync(line, "--write-baseline"));

        using var report = JsonDocument.Parse(line.Read("secretsaudit-report/report.json"));
        Assert.NotEmpty(report.RootElement.GetProperty("result").GetProperty("fixed").EnumerateArray());
        using var baseline = JsonDocument.Parse(line.Read("known.json"));
        Assert.Contains(baseline.RootElement.GetProperty("findings").EnumerateArray(), entry => entry.TryGetProperty("fixed", out var done) && done.GetBoolean());
    }

    [Fact]
    public async Task A_known_finding_fails_the_run_once_it_is_overdue()
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "Resources:\n" + Old);
        line.Write("secretsaudit.yaml", "baseline: known.json\ndue: { critical: 7d, high: 7d, medium: 7d, low: 7d, informational: 7d }\n");
        await line.RunAsync("audit", "--inventory", "app.yaml", "--as-of", "2026-11-02", "--write-baseline");

        Assert.Equal(0, await line.RunAsync("audit", "--inventory", "app.yaml", "--as-of", "2026-11-09"));
        Assert.Equal(1, await line.RunAsync("audit", "--inventory", "app.yaml", "--as-of", "2026-11-10"));
    }

    [Fact]
    public async Task An_earlier_JSON_report_is_a_baseline()
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "Resources:\n" + Old);
        await line.RunAsync("audit", "--inventory", "app.yaml", "--format", "json", "--out", "before");

        Assert.Equal(0, await line.RunAsync("audit", "--inventory", "app.yaml", "--baseline", "before/report.json"));
    }

    [Theory]
    [InlineData("audit --baseline none.json", "Make it with --write-baseline")]
    [InlineData("audit --write-baseline", "name it with --baseline")]
    [InlineData("audit --baseline app.yaml", "app.yaml is no baseline")]
    public async Task A_mistake_is_named_with_its_remedy(string command, string expected)
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "Resources:\n" + Old);

        Assert.Equal(2, await line.RunAsync(command.Split(' ')));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
    }

    private static Task<int> AuditAsync(CommandLine line, params string[] more) =>
        line.RunAsync(["audit", "--inventory", "app.yaml", "--baseline", "known.json", .. more]);
}
