using Microsoft.AspNetCore.Http;
using SecretsAudit.Model;
using SecretsAudit.Worker.History;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>One run: how it went, its report in every format, and its findings by what became of them.</summary>
internal static class RunPage
{
    private const int PageSize = 50;
    private const int MostFixed = 1000;

    private static readonly string[] Names = ["all", .. Enum.GetValues<FindingState>().Select(Parts.Lower)];

    /// <summary>Renders it; 404 when there is no such run.</summary>
    /// <param name="state">What to show.</param>
    /// <param name="id">The run's id.</param>
    /// <param name="show">Which findings: <c>all</c>, or a state's name.</param>
    /// <param name="page">Which page of them, from 1.</param>
    public static IResult Render(DashboardState state, string id, string show, int page)
    {
        if (state.Runs.Find(id) is not { } run)
            return Results.NotFound();

        var findings = run.HasResult ? Findings(state, run, show, page) : default;
        return Layout.Result($"Run {run.Id}", Html($"""
            <h1>Run {run.Id} {Parts.Status(run.Status)}</h1>
            {Summary(run)}
            {Reports(state, run)}
            {findings}
            """));
    }

    private static Markup Summary(RunRecord run)
    {
        var end = run.FinishedAt is { } at ? Html($"<dt>Ended</dt><dd>{Parts.Instant(at)}, after {Parts.Duration(at - run.StartedAt)}</dd>") : default;
        var failure = run.Failure is null ? default : Html($"<dt>Reason</dt><dd><bdi>{run.Failure}</bdi></dd>");
        var result = run.HasResult
            ? Html($"""
                <dt>Source</dt><dd><bdi>{run.Source}</bdi></dd>
                <dt>Findings</dt><dd>{Parts.Counts(run.Findings)}</dd>
                <dt>Changes</dt><dd>{run.Changes.New} new, {run.Changes.Fixed} fixed, {run.Changes.Reopened} reopened, {run.Findings.Waived} waived</dd>
                <dt>Not seen</dt><dd>{run.Gaps} failed reads, {run.NotEvaluated} missing verdicts</dd>
                """)
            : default;
        return Html($"""
            <dl>
              <dt>For</dt><dd>{Parts.Instant(run.Slot.At)}, {Parts.Origin(run.Slot)}, attempt {run.Attempt}</dd>
              <dt>Began</dt><dd>{Parts.Instant(run.StartedAt)}</dd>
              {end}{failure}{result}
            </dl>
            """);
    }

    private static Markup Reports(DashboardState state, RunRecord run)
    {
        if (!run.HasResult)
            return default;

        var saves = state.Writers.Select(writer => Html($"""<a class="button" href="/runs/{run.Id}/report/{writer.Format}?save">Save {writer.Format.ToUpperInvariant()}</a> """));
        return Html($"""<p class="actions"><a class="button primary" href="/runs/{run.Id}/report/html">Open the report</a> {saves}</p>""");
    }

    private static Markup Findings(DashboardState state, RunRecord run, string show, int page)
    {
        var gone = state.Findings.FixedBy(run.Id, MostFixed);
        var there = state.Runs.ResultOf(run.Id)!.Findings;
        var tabs = Names.Select(name => Tab(run, name, show, name == "fixed" ? run.Changes.Fixed : there.Count(finding => Shown(finding, name))));

        var rows = show == "fixed" ? [.. gone.Select(Row)] : there.Where(finding => Shown(finding, show)).Select(Row).ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        var list = rows.Count == 0
            ? Html($"""<p class="quiet">None.</p>""")
            : Html($"""<ol class="rows" start="{((at - 1) * PageSize) + 1}">{rows.Skip((at - 1) * PageSize).Take(PageSize)}</ol>""");
        return Html($"""
            <h2>Findings</h2>
            <nav class="tabs" aria-label="Findings by state">{tabs}</nav>
            {list}
            {Parts.Pager($"/runs/{run.Id}?show={Uri.EscapeDataString(show)}&", at, pages)}
            """);
    }

    private static bool Shown(Finding finding, string show) => show == "all" || Parts.Lower(finding.State) == show;

    private static Markup Tab(RunRecord run, string name, string show, int count)
    {
        var current = name == show ? Html($""" aria-current="page" """) : default;
        return Html($"""<a href="/runs/{run.Id}?show={name}"{current}>{name} {count}</a>""");
    }

    private static Markup Row(Finding finding) => Html($"""
        <li>
          <span class="lead">{Parts.SeverityBadge(finding.Severity)} {Parts.State(finding.State)} <a href="/findings/{finding.Fingerprint}"><bdi>{finding.Title}</bdi></a></span>
          <span class="wide"><bdi>{finding.Message}</bdi></span>
          <code><bdi>{finding.Subject.Identity}</bdi></code>
        </li>
        """);

    private static Markup Row(TrackedFinding finding) => Html($"""
        <li>
          <span class="lead">{Parts.SeverityBadge(finding.Severity)} {Parts.State(FindingState.Fixed)} <a href="/findings/{finding.Fingerprint}"><bdi>{finding.Title}</bdi></a></span>
          <code><bdi>{finding.Identity}</bdi></code>
        </li>
        """);
}
