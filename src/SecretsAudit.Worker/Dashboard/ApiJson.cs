using System.Text.Json.Serialization;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>The schedule as JSON.</summary>
internal sealed record ApiSchedule(string Schedule, string TimeZone, DateTimeOffset? NextFire, string? Running);

/// <summary>One page of runs as JSON.</summary>
internal sealed record ApiRunList(int Total, int Page, int PageSize, IReadOnlyList<ApiRun> Runs);

/// <summary>One run as JSON; its findings are behind the links.</summary>
internal sealed record ApiRun(
    string Id,
    DateTimeOffset Slot,
    SlotOrigin Origin,
    int Attempt,
    RunStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    SeverityCounts Findings,
    ChangeCounts Changes,
    int Gaps,
    int NotEvaluated,
    string? Source,
    string? Failure,
    IReadOnlyDictionary<string, string> Reports)
{
    /// <summary>A run with links to its reports.</summary>
    public static ApiRun Of(RunRecord run, DashboardState state) => new(
        run.Id,
        run.Slot.At,
        run.Slot.Origin,
        run.Attempt,
        run.Status,
        run.StartedAt,
        run.FinishedAt,
        run.Findings,
        run.Changes,
        run.Gaps,
        run.NotEvaluated,
        run.Source,
        run.Failure,
        run.HasResult ? state.Writers.ToDictionary(writer => writer.Format, writer => $"/runs/{run.Id}/report/{writer.Format}") : []);
}

/// <summary>The JSON interface's forms.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ApiRun))]
[JsonSerializable(typeof(ApiRunList))]
[JsonSerializable(typeof(ApiSchedule))]
internal sealed partial class ApiJson : JsonSerializerContext;
