using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>The life of a finding as somebody lives it who runs the command day by day: new, open, fixed, reopened; waived, expired.</summary>
public sealed class FindingLifeTests : IDisposable
{
    private const string Fine = "Resources:\n  S: { Type: AWS::SecretsManager::Secret, Properties: { Name: prod/a, KmsKeyId: alias/app, Tags: [{ Key: team, Value: orders }] } }\n";
    private const string Broken = "Resources:\n  S: { Type: AWS::SecretsManager::Secret, Properties: { Name: prod/a, Tags: [{ Key: team, Value: orders }] } }\n";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_finding_is_new_then_open_then_fixed_and_reopened_when_it_comes_back()
    {
        await File.WriteAllTextAsync(_tool.InFolder("secretsaudit.yaml"), "baseline: known.json\ndue: { critical: 7d, high: 7d, medium: 30d }\n");

        Assert.Equal((1, "new 2026-01-31", 0), await DayAsync(Broken, "2026-01-01", "--write-baseline"));
        Assert.Equal((0, "open 2026-01-31", 0), await DayAsync(Broken, "2026-01-02", "--write-baseline"));
        Assert.Equal((0, null, 1), await DayAsync(Fine, "2026-01-03", "--write-baseline"));
        Assert.Equal((0, null, 0), await DayAsync(Fine, "2026-01-04", "--write-baseline"));
        Assert.Equal((1, "reopened 2026-01-31", 0), await DayAsync(Broken, "2026-01-05", "--write-baseline"));
        Assert.Equal((0, "open 2026-01-31", 0), await DayAsync(Broken, "2026-01-30"));

        // Once it is overdue the baseline keeps it from failing the run no longer.
        Assert.Equal((1, "open 2026-01-31", 0), await DayAsync(Broken, "2026-02-01"));
    }

    [Fact]
    public async Task A_waiver_holds_until_its_day_is_announced_before_and_leaves_the_finding_reopened()
    {
        await File.WriteAllTextAsync(_tool.InFolder("secretsaudit.waivers.yaml"), """
            waivers:
              - rule: aws-managed-key
                subject: "*:secret:prod/*"
                tags: { team: ord* }
                owner: orders
                approver: security
                reason: The partner moves in spring.
                expires: 2026-03-31
            """);

        Assert.Equal((0, "waived", 0), await DayAsync(Broken, "2026-03-01"));
        Assert.Empty(Remarks());
        Assert.Equal((0, "waived", 0), await DayAsync(Broken, "2026-03-17"));
        Assert.Equal(["waiver-expires-soon"], Remarks());
        Assert.Equal((1, "reopened", 0), await DayAsync(Broken, "2026-03-31"));
        Assert.Equal(["waiver-expired"], Remarks());
        await DayAsync(Fine, "2026-03-01");
        Assert.Equal(["waiver-without-match"], Remarks());
    }

    // The run's exit code, the finding with its state and its due day, and how many findings were called fixed.
    private async Task<(int ExitCode, string? Finding, int Fixed)> DayAsync(string template, string day, params string[] more)
    {
        await File.WriteAllTextAsync(_tool.InFolder("app.yaml"), template);
        var ended = await _tool.RunAsync(["audit", "--source", "app.yaml", "--as-of", day, "--format", "json", .. more]);
        Assert.True(ended.ExitCode is 0 or 1, ended.Output + ended.Error);
        using var json = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        var result = json.RootElement.GetProperty("result");
        var finding = result.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("ruleName").GetString() == "aws-managed-key")
            .Select(finding => finding.GetProperty("state").GetString() + (finding.TryGetProperty("due", out var due) ? $" {due.GetString()![..10]}" : "")).SingleOrDefault();
        return (ended.ExitCode, finding, result.TryGetProperty("fixed", out var gone) ? gone.GetArrayLength() : 0);
    }

    private List<string> Remarks()
    {
        using var json = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        return [.. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("ruleName").GetString()!).Where(rule => rule.StartsWith("waiver-", StringComparison.Ordinal))];
    }
}
