using Microsoft.AspNetCore.Http;
using SecretsAudit.Worker.History;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>All runs, latest first, in pages.</summary>
internal static class RunListPage
{
    private const int PageSize = 30;

    /// <summary>Renders one page of it.</summary>
    public static IResult Render(DashboardState state, int page)
    {
        var count = state.Runs.Count();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        return Layout.Result("Runs", Html($"""
            <h1>Runs</h1>
            <p>{count} kept, latest first.</p>
            {Rows(state.Runs.List((at - 1) * PageSize, PageSize))}
            {Parts.Pager("/runs?", at, pages)}
            """));
    }

    /// <summary>Runs as a list.</summary>
    public static Markup Rows(IReadOnlyList<RunRecord> runs) => runs.Count == 0
        ? Html($"""<p class="quiet">No runs yet.</p>""")
        : Html($"""<ol class="rows">{runs.Select(Row)}</ol>""");

    private static Markup Row(RunRecord run)
    {
        var took = run.FinishedAt is { } end ? Html($""" · {Parts.Duration(end - run.StartedAt)}""") : default;
        var again = run.Attempt > 1 ? Html($" · attempt {run.Attempt}") : default;
        var outcome = run.HasResult ? Parts.Counts(run.Findings) : Html($"""<span class="quiet"><bdi>{run.Failure ?? ""}</bdi></span>""");
        return Html($"""
            <li>
              <span class="lead"><a href="/runs/{run.Id}">{Parts.Instant(run.Slot.At)}</a> {Parts.Status(run.Status)}</span>
              <span class="quiet">{Parts.Origin(run.Slot)}{again}{took}</span>
              <span>{outcome}</span>
            </li>
            """);
    }
}
