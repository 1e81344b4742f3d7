using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Html;

/// <summary>Builds the view of a result that the HTML templates render.</summary>
internal static class HtmlReportView
{
    /// <summary>A browser holds this many findings and stays quick; the least severe of a longer list are left out, and the page says so.</summary>
    public const int MostFindings = 10_000;

    private const int MostGaps = 1_000;
    private const int MostSubjectsOfAGroup = 25;

    public static HtmlReport Of(AuditResult result, string style, string script)
    {
        var active = result.Findings.Where(finding => StateWords.IsActive(finding.State)).ToList();
        var rows = new FindingRows(result);
        var findings = result.Findings.Take(MostFindings).Select(rows.Row).ToList();
        var groups = Unevaluated(result);
        return new HtmlReport
        {
            Style = style,
            Script = script,
            ContentSecurityPolicy = PagePolicy.Of(style, script),
            Source = VisibleText.OneLine(result.Source, 500),
            RunId = result.RunId,
            ToolVersion = result.ToolVersion,
            AsOf = Moment.Of(result.AsOf),
            StartedAt = Moment.Of(result.StartedAt),
            Duration = Seconds(result.Duration),
            IsComplete = result.IsComplete,
            Missed = Missed(result),
            Headline = Headline(result, active),
            Severities = [.. SeverityWords.WorstFirst.Select(severity => new Tile(SeverityWords.Key(severity), SeverityWords.Label(severity),
                active.Count(finding => finding.Severity == severity), ""))],
            States = [.. StateWords.All.Select(state => new Tile(StateWords.Key(state), state.ToString(), result.Findings.Count(finding => finding.State == state), ""))],
            Figures = EstateFigures.Of(result),
            Gaps = [.. result.Gaps.Take(MostGaps).Select(gap => new GapRow(Words(gap.Kind), VisibleText.OneLine(gap.Operation, 200), VisibleText.OneLine(gap.Subject, 2100),
                gap.Scope is { } scope ? $"{scope.Account} · {scope.Region}" : "", VisibleText.OneLine(gap.Reason, 600), VisibleText.OneLine(gap.Remedy, 1000)))],
            GapCount = result.Gaps.Count,
            GapsLeftOut = Math.Max(0, result.Gaps.Count - MostGaps),
            Unevaluated = [.. groups.Take(MostGaps)],
            UnevaluatedCount = result.NotEvaluated.Count,
            UnevaluatedLeftOut = groups.Skip(MostGaps).Sum(group => group.Count),
            Categories = Categories(result, active),
            RuleOutcomes = [.. RuleRows.Of(result).Where(rule => rule.HasTally).Select(rule => rule.Outcome)],
            ValueAges = Columns(result.Inventory?.ValueAges),
            MonthlyCosts = Columns(result.Inventory?.MonthlyCosts),
            Scopes = Scopes(result),
            Findings = findings,
            FindingCount = result.Findings.Count,
            FindingsLeftOut = result.Findings.Count - findings.Count,
            Rules = RuleRows.Of(result),
            Frameworks = FrameworkCoverage.Of(result),
            Waivers = [.. findings.Where(finding => finding.State == "waived").Select(finding => finding.Waiver).OfType<WaiverRow>().OrderBy(waiver => waiver.Expires.Epoch)],
            ConfigRules = [.. (result.Inventory?.ConfigRules ?? []).Take(MostGaps).Select(rule => new ConfigRow(VisibleText.OneLine(rule.RuleName, 200), $"{rule.Scope.Account} · {rule.Scope.Region}",
                rule.Compliance.Replace('_', ' ').ToLowerInvariant(), rule.NonCompliantCount?.ToString("N0", CultureInfo.InvariantCulture) ?? "–"))],
        };
    }

    /// <summary>What was missed, as one sentence; empty when nothing was.</summary>
    public static string Missed(AuditResult result)
    {
        var gaps = result.Gaps.Count switch { 0 => null, 1 => "1 read failed", var many => $"{many:N0} reads failed" };
        var unjudged = result.NotEvaluated.Count switch { 0 => null, 1 => "1 judgement could not be made", var many => $"{many:N0} judgements could not be made" };
        return (gaps, unjudged) switch
        {
            (null, null) => "",
            (null, _) => unjudged + ".",
            (_, null) => gaps + ".",
            _ => $"{gaps} and {unjudged}.",
        };
    }

    private static string Headline(AuditResult result, List<Finding> active)
    {
        var subjects = active.Select(finding => finding.Subject.Identity).Distinct(StringComparer.Ordinal).Count();
        var start = active.Count switch
        {
            0 => "No open finding",
            1 => "1 open finding",
            var many => $"{many:N0} open findings on {subjects:N0} {(subjects == 1 ? "subject" : "subjects")}",
        };
        return result.IsComplete ? start : $"{start}, as far as the audit could see";
    }

    private static List<UnevaluatedGroup> Unevaluated(AuditResult result)
    {
        var titles = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Title, StringComparer.Ordinal);
        return
        [
            .. result.NotEvaluated.GroupBy(unevaluated => (unevaluated.RuleId, unevaluated.Reason)).Select(group => new UnevaluatedGroup(
                group.Key.RuleId, titles.GetValueOrDefault(group.Key.RuleId, group.Key.RuleId), VisibleText.OneLine(group.Key.Reason, 600), group.Count(),
                [.. group.Take(MostSubjectsOfAGroup).Select(unevaluated => VisibleText.OneLine(unevaluated.Subject.Arn, 2100))],
                Math.Max(0, group.Count() - MostSubjectsOfAGroup), titles.ContainsKey(group.Key.RuleId))),
        ];
    }

    private static IReadOnlyList<Bar> Categories(AuditResult result, List<Finding> active)
    {
        var categories = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Category, StringComparer.Ordinal);
        return Bar.OnOneScale([.. active
            .GroupBy(finding => categories.GetValueOrDefault(finding.RuleId, finding.Subject is FindingSubject.Code ? "code" : "other"), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<(string, string, int)>)[.. SeverityWords.WorstFirst.Select(severity =>
                (SeverityWords.Key(severity), SeverityWords.Label(severity), group.Count(finding => finding.Severity == severity)))]))]);
    }

    private static IReadOnlyList<Column> Columns(IReadOnlyList<HistogramBucket>? buckets)
    {
        var tallest = buckets is { Count: > 0 } ? Math.Max(1, buckets.Max(bucket => bucket.Count)) : 1;
        return [.. (buckets ?? []).Select(bucket => new Column(VisibleText.OneLine(bucket.Label, 40), bucket.Count,
            Math.Round(100 - Bar.Percent(bucket.Count, tallest), 2), Bar.Percent(bucket.Count, tallest)))];
    }

    private static IReadOnlyList<ScopeRow> Scopes(AuditResult result)
    {
        var largest = result.Scopes.Count == 0 ? 1 : Math.Max(1, result.Scopes.Max(scope => scope.Secrets));
        return [.. result.Scopes.Select(scope => new ScopeRow(scope.Scope.Account, scope.Scope.Region, scope.Secrets, scope.Keys, scope.Gaps,
            Bar.Of(scope.Scope.ToString(), [("read", "secrets read", scope.Secrets)], largest)))];
    }

    private static string Words(GapKind kind) => kind switch
    {
        GapKind.LimitReached => "Limit reached",
        _ => kind.ToString(),
    };

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : duration.ToString(duration.TotalHours < 1 ? @"m\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
