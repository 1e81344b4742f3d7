using Microsoft.AspNetCore.Http;
using SecretsAudit.Worker.History;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>The last result, the trend, the schedule, and the button that runs an audit now.</summary>
internal static class OverviewPage
{
    private const int TrendRuns = 60;

    /// <summary>Renders it.</summary>
    /// <param name="state">What to show.</param>
    /// <param name="formField">The hidden field of the form.</param>
    /// <param name="asked">What came of a request for a run: <c>yes</c>, <c>already</c> or nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IResult> RenderAsync(DashboardState state, Markup formField, string? asked, CancellationToken cancellationToken)
    {
        var latest = state.Runs.List(0, 6);
        var results = state.Runs.LatestResults(TrendRuns);
        var running = latest is [{ Status: RunStatus.Running } run, ..] ? run : null;
        var schedule = await ScheduleAsync(state, running, formField, cancellationToken);

        return Layout.Result("Overview", Html($"""
            <h1>Overview</h1>
            {Notice(asked)}
            <div class="cards">
              {LastResult(results)}
              {schedule}
            </div>
            {Trend(results)}
            <section><h2>Latest runs</h2>{RunListPage.Rows(latest)}</section>
            """));
    }

    private static Markup Notice(string? asked) => asked switch
    {
        "yes" => Html($"""<p class="notice" role="status">An audit has been requested; it runs as soon as no other does. Reload to see it.</p>"""),
        "already" => Html($"""<p class="notice" role="status">A requested audit is waiting or running already.</p>"""),
        _ => default,
    };

    private static Markup LastResult(IReadOnlyList<RunRecord> results)
    {
        if (results.Count == 0)
            return Html($"""<section class="card"><h2>Last result</h2><p class="quiet">No audit has ended with a result yet.</p></section>""");

        var run = results[^1];
        var gaps = run.Status == RunStatus.Incomplete
            ? Html($"""<p class="warning">Incomplete: {run.Gaps} reads failed and {run.NotEvaluated} verdicts are missing, so there may be more.</p>""")
            : default;
        return Html($"""
            <section class="card">
              <h2>Last result</h2>
              <p class="figure">{run.Findings.Total} <span>findings</span></p>
              <p>{Parts.Counts(run.Findings)}</p>
              <p>{run.Changes.New} new, {run.Changes.Fixed} fixed, {run.Changes.Reopened} reopened, {run.Findings.Waived} waived</p>
              {gaps}
              <p><a href="/runs/{run.Id}">Run of {Parts.Instant(run.Slot.At)}</a></p>
            </section>
            """);
    }

    private static async Task<Markup> ScheduleAsync(DashboardState state, RunRecord? running, Markup formField, CancellationToken cancellationToken)
    {
        var next = await state.Schedule.NextFireAsync(cancellationToken);
        var now = state.Time.GetUtcNow();
        var when = next is { } at
            ? Html($"""<p class="figure">in {Parts.Duration(at > now ? at - now : TimeSpan.Zero)}</p><p>{Parts.Instant(at)}</p>""")
            : Html($"""<p class="figure">never</p><p>The schedule has ended.</p>""");
        var going = running is null ? default : Html($"""<p class="notice">Running since {Parts.Instant(running.StartedAt)}</p>""");
        return Html($"""
            <section class="card">
              <h2>Next audit</h2>
              {when}
              <p>Schedule <code>{state.Schedule.Cron.Text}</code> in {state.Schedule.Cron.Zone.Id}</p>
              {going}
              <form method="post" action="/runs">{formField}<button type="submit">Run now</button></form>
            </section>
            """);
    }

    private static Markup Trend(IReadOnlyList<RunRecord> results) => results.Count == 0
        ? default
        : Html($"<section><h2>Trend</h2>{TrendChart.Render(results)}</section>");
}
