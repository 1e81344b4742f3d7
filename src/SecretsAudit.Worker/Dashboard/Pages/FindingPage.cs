using Microsoft.AspNetCore.Http;
using SecretsAudit.Worker.History;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>One finding's life over all runs.</summary>
internal static class FindingPage
{
    /// <summary>Renders it; 404 when no run has seen it.</summary>
    public static IResult Render(DashboardState state, string fingerprint)
    {
        if (state.Findings.Find(fingerprint) is not { } finding)
            return Results.NotFound();

        var steps = state.Findings.LifeOf(fingerprint).Select(step => Step(state, step));
        var fixedAt = finding.FixedAt is { } at ? Html($"<dt>Found gone</dt><dd>{Parts.Instant(at)}</dd>") : default;
        return Layout.Result(finding.Title, Html($"""
            <h1><bdi>{finding.Title}</bdi></h1>
            <p>{Parts.SeverityBadge(finding.Severity)} {Parts.State(finding.State)} <span class="quiet">{finding.RuleId}</span></p>
            <dl>
              <dt>Subject</dt><dd><code><bdi>{finding.Identity}</bdi></code></dd>
              <dt>First seen</dt><dd>{Parts.Instant(finding.FirstSeen)}</dd>
              <dt>Last seen</dt><dd>{Parts.Instant(finding.LastSeen)}</dd>
              {fixedAt}
              <dt>Fingerprint</dt><dd><code>{finding.Fingerprint}</code></dd>
            </dl>
            <h2>History</h2>
            <ol class="rows">{steps}</ol>
            """));
    }

    private static Markup Step(DashboardState state, FindingEvent step)
    {
        var run = state.Runs.Find(step.RunId) is null ? Html($"run {step.RunId} (swept)") : Html($"""<a href="/runs/{step.RunId}">run {step.RunId}</a>""");
        return Html($"""<li><span class="lead">{Parts.State(step.State)} {Parts.Instant(step.At)}</span><span>{run}</span></li>""");
    }
}
