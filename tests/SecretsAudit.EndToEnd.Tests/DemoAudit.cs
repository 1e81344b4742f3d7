using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>One run of <c>secretsaudit audit</c> for tests that only look at it.</summary>
public sealed class DemoAudit : IAsyncLifetime, IDisposable
{
    private readonly Tool _tool = new();

    internal Tool.Ended Ended { get; private set; } = null!;

    internal string Reports => _tool.InFolder("secretsaudit-report");

    internal IReadOnlyList<FoundThing> Findings { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Ended = await _tool.RunAsync("audit");
        Findings = FoundThing.Read(_tool.Read("secretsaudit-report/report.json"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _tool.Dispose();
}

/// <summary>A finding as the JSON report tells it.</summary>
internal sealed record FoundThing(string RuleId, string RuleName, string? Arn, string? Name, string? Path, int? Line)
{
    public static IReadOnlyList<FoundThing> Read(string report)
    {
        using var json = JsonDocument.Parse(report);
        return [.. json.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray().Select(Of)];
    }

    private static FoundThing Of(JsonElement finding)
    {
        var subject = finding.GetProperty("subject");
        return new(
            finding.GetProperty("ruleId").GetString()!,
            finding.GetProperty("ruleName").GetString()!,
            Text(subject, "arn"),
            Text(subject, "name"),
            Text(subject, "path"),
            subject.TryGetProperty("line", out var line) ? line.GetInt32() : null);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
