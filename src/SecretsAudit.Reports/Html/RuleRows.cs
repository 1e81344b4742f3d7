using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Html;

/// <summary>Turns rules and their tallies into rows.</summary>
internal static class RuleRows
{
    public static IReadOnlyList<RuleRow> Of(AuditResult result)
    {
        var tallies = result.Tallies.DistinctBy(tally => tally.RuleId).ToDictionary(tally => tally.RuleId, StringComparer.Ordinal);
        var findings = result.Findings.Where(finding => finding.State != FindingState.Fixed).CountBy(finding => finding.RuleId).ToDictionary(StringComparer.Ordinal);
        return [.. result.Rules.DistinctBy(rule => rule.Id).Select(rule => Row(rule, tallies.GetValueOrDefault(rule.Id), findings.GetValueOrDefault(rule.Id)))];
    }

    private static RuleRow Row(RuleDescriptor rule, RuleTally? tally, int findings)
    {
        var failed = tally?.Failed ?? findings;
        var judged = (tally?.Passed ?? 0) + failed + (tally?.NotEvaluated ?? 0);
        return new RuleRow
        {
            Id = rule.Id,
            Name = rule.Name,
            Title = VisibleText.OneLine(rule.Title, 300),
            SeverityKey = SeverityWords.Key(rule.Severity),
            SeverityLabel = SeverityWords.Label(rule.Severity),
            Category = rule.Category,
            DescriptionHtml = RemediationMarkdown.ToHtml(rule.Description),
            RemediationHtml = RemediationMarkdown.ToHtml(rule.Remediation),
            Controls = FindingRows.Controls(rule),
            HelpUri = rule.HelpUri is { IsAbsoluteUri: true, Scheme: "https" } help ? help.AbsoluteUri : null,
            HasTally = tally is not null,
            Passed = tally?.Passed ?? 0,
            Failed = failed,
            NotApplicable = tally?.NotApplicable ?? 0,
            NotEvaluated = tally?.NotEvaluated ?? 0,
            Outcome = Bar.Of(rule.Name,
                [("failed", "failed", failed), ("notevaluated", "not evaluated", tally?.NotEvaluated ?? 0), ("passed", "passed", tally?.Passed ?? 0)], judged),
        };
    }
}
