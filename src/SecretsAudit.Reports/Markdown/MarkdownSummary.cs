using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Html;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Markdown;

/// <summary>What the Markdown template may name.</summary>
internal sealed record MarkdownSummary
{
    // A table of a thousand gaps helps nobody in a job's summary.
    private const int MostGaps = 50;

    public required string Source { get; init; }

    public required string AsOf { get; init; }

    public required string ToolVersion { get; init; }

    public required bool IsComplete { get; init; }

    public required string Missed { get; init; }

    public required IReadOnlyList<SummaryCount> Severities { get; init; }

    public required int Open { get; init; }

    public required int New { get; init; }

    public required int Reopened { get; init; }

    public required int Waived { get; init; }

    public required int Fixed { get; init; }

    public required IReadOnlyList<SummaryFinding> Findings { get; init; }

    public required int FindingsLeftOut { get; init; }

    public required IReadOnlyList<GapRow> Gaps { get; init; }

    public required int GapsLeftOut { get; init; }

    /// <summary>How each framework's controls came out; empty when none is known.</summary>
    public required IReadOnlyList<SummaryFramework> Frameworks { get; init; }

    public required IReadOnlyList<SummaryUnevaluated> Unevaluated { get; init; }

    public static MarkdownSummary Of(AuditResult result, int mostFindings)
    {
        var open = result.Findings.Where(finding => StateWords.IsActive(finding.State)).ToList();
        return new MarkdownSummary
        {
            Source = VisibleText.OneLine(result.Source, 500),
            AsOf = Moment.Of(result.AsOf).Text,
            ToolVersion = result.ToolVersion,
            IsComplete = result.IsComplete,
            Missed = HtmlReportView.Missed(result),
            Severities = [.. SeverityWords.WorstFirst.Select(severity => new SummaryCount(SeverityWords.Label(severity), open.Count(finding => finding.Severity == severity)))],
            Open = open.Count,
            New = Count(FindingState.New),
            Reopened = Count(FindingState.Reopened),
            Waived = Count(FindingState.Waived),
            Fixed = Count(FindingState.Fixed) + (result.Fixed?.Count ?? 0),
            Findings = [.. open.Take(mostFindings).Select(Row)],
            FindingsLeftOut = Math.Max(0, open.Count - mostFindings),
            Gaps = [.. result.Gaps.Take(MostGaps).Select(gap => new GapRow(gap.Kind.ToString(), VisibleText.OneLine(gap.Operation, 200), VisibleText.OneLine(gap.Subject, 500),
                gap.Scope?.ToString() ?? "", VisibleText.OneLine(gap.Reason, 500), VisibleText.OneLine(gap.Remedy, 500)))],
            GapsLeftOut = Math.Max(0, result.Gaps.Count - MostGaps),
            Frameworks = [.. (result.Frameworks ?? []).Select(framework => new SummaryFramework(VisibleText.OneLine(framework.Name, 200),
                framework.Count(ControlStatus.Pass), framework.Count(ControlStatus.Fail), framework.Count(ControlStatus.NotEvaluated), framework.Count(ControlStatus.NotCheckable)))],
            Unevaluated = [.. result.NotEvaluated.CountBy(entry => (entry.RuleId, entry.Reason)).Take(MostGaps)
                .Select(group => new SummaryUnevaluated(group.Key.RuleId, group.Value, VisibleText.OneLine(group.Key.Reason, 500)))],
        };

        int Count(FindingState state) => result.Findings.Count(finding => finding.State == state);
    }

    private static SummaryFinding Row(Finding finding) => new(
        SeverityWords.Label(finding.Severity), finding.RuleName, VisibleText.OneLine(finding.Message, 300), StateWords.Key(finding.State),
        finding.Subject switch
        {
            FindingSubject.Resource resource => VisibleText.OneLine($"{resource.Name} ({resource.Scope.Account}, {resource.Scope.Region})", 600),
            FindingSubject.Code code => VisibleText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{code.Path}, line {code.Line}"), 600),
            _ => finding.Subject.Identity,
        },
        finding.Subject is FindingSubject.Resource { Owner: { } owner } ? VisibleText.OneLine(owner, 100) : "–");
}

/// <summary>How many open findings have one severity.</summary>
internal sealed record SummaryCount(string Label, int Count);

/// <summary>How many of a framework's controls came out in each way.</summary>
internal sealed record SummaryFramework(string Name, int Pass, int Fail, int NotEvaluated, int NotCheckable);

/// <summary>One open finding.</summary>
internal sealed record SummaryFinding(string Severity, string Rule, string Message, string State, string Where, string Owner);

/// <summary>What one rule could not judge for one reason.</summary>
internal sealed record SummaryUnevaluated(string Rule, int Count, string Reason);
