using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SecretsAudit.Worker.History;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>The JSON interface: read only.</summary>
internal static class ApiRoutes
{
    private const int PageSize = 50;

    /// <summary>Maps its paths.</summary>
    public static void Map(IEndpointRouteBuilder web, DashboardState state)
    {
        web.MapGet("/api/runs", (int? page) => Runs(state, page ?? 1));
        web.MapGet("/api/runs/{id}", (string id) => state.Runs.Find(id) is { } run ? Json(ApiRun.Of(run, state)) : Results.NotFound());
        web.MapGet("/api/schedule", (CancellationToken aborted) => ScheduleAsync(state, aborted));
    }

    private static IResult Runs(DashboardState state, int page)
    {
        var at = Math.Clamp(page, 1, 1_000_000);
        var runs = state.Runs.List((at - 1) * PageSize, PageSize);
        return Json(new ApiRunList(state.Runs.Count(), at, PageSize, [.. runs.Select(run => ApiRun.Of(run, state))]));
    }

    private static async Task<IResult> ScheduleAsync(DashboardState state, CancellationToken cancellationToken)
    {
        var cron = state.Schedule.Cron;
        var running = state.Runs.List(0, 1) is [{ Status: RunStatus.Running } run] ? run.Id : null;
        return Json(new ApiSchedule(cron.Text, cron.Zone.Id, await state.Schedule.NextFireAsync(cancellationToken), running));
    }

    private static IResult Json<T>(T value) => Results.Json(value, ApiJson.Default);
}
