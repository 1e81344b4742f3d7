using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Worker.History;
using SecretsAudit.Worker.Scheduling;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>Small pieces that several pages show alike.</summary>
internal static class Parts
{
    /// <summary>Every severity, worst first.</summary>
    public static readonly IReadOnlyList<Severity> Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Informational];

    /// <summary>An instant in UTC, readable by people and programs.</summary>
    public static Markup Instant(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return Html($"""<time datetime="{utc.ToString("O", CultureInfo.InvariantCulture)}">{utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC</time>""");
    }

    /// <summary>A duration in two units at most.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{(int)span.TotalDays} d {span.Hours} h",
        { TotalHours: >= 1 } => $"{span.Hours} h {span.Minutes} min",
        { TotalMinutes: >= 1 } => $"{span.Minutes} min {span.Seconds} s",
        _ => $"{span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s",
    };

    /// <summary>A run's status as a badge.</summary>
    public static Markup Status(RunStatus status) => Html($"""<span class="badge status-{Lower(status)}">{Lower(status)}</span>""");

    /// <summary>A severity as a badge.</summary>
    public static Markup SeverityBadge(Severity severity) => Html($"""<span class="badge severity-{Lower(severity)}">{Lower(severity)}</span>""");

    /// <summary>A finding's state as a badge.</summary>
    public static Markup State(FindingState state) => Html($"""<span class="badge state-{Lower(state)}">{Lower(state)}</span>""");

    /// <summary>Who asked for a run.</summary>
    public static string Origin(AuditSlot slot) => slot.Origin switch
    {
        SlotOrigin.Schedule => "scheduled",
        SlotOrigin.Request => "requested",
        _ => "at start",
    };

    /// <summary>A run's counts by severity, zeros left out.</summary>
    public static Markup Counts(SeverityCounts counts)
    {
        if (counts.Total == 0)
            return Html($"""<span class="quiet">no findings</span>""");

        var parts = Severities.Where(severity => counts.Of(severity) > 0)
            .Select(severity => Html($"""<span class="count severity-{Lower(severity)}"><b>{counts.Of(severity)}</b> {Lower(severity)}</span> """));
        return Html($"""<span class="counts">{parts}</span>""");
    }

    /// <summary>Links to the pages before and after; nothing when there is one page only.</summary>
    public static Markup Pager(string path, int page, int pages)
    {
        if (pages <= 1)
            return default;

        var before = page > 1 ? Html($"""<a rel="prev" href="{path}page={page - 1}">← Newer</a>""") : default;
        var after = page < pages ? Html($"""<a rel="next" href="{path}page={page + 1}">Older →</a>""") : default;
        return Html($"""<nav class="pager" aria-label="Pages">{before}<span>Page {page} of {pages}</span>{after}</nav>""");
    }

    /// <summary>An enum's case as it is written in class names and text.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
