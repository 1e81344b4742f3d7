using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Tables;

/// <summary>A finding as one row of a table.</summary>
internal static class FindingColumns
{
    /// <summary>The columns' names, which are a promise to those who process the file.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "fingerprint", "severity", "state", "rule_id", "rule_name", "title", "message", "subject_type", "subject", "name", "account", "region", "owner",
        "line", "column", "confidence", "first_seen", "monthly_cost_usd", "evidence", "waiver_owner", "waiver_approver", "waiver_reason", "waiver_expires", "remediation",
    ];

    /// <summary>The row; an empty text stands for what is absent.</summary>
    public static IReadOnlyList<string> Row(Finding finding)
    {
        var resource = finding.Subject as FindingSubject.Resource;
        var code = finding.Subject as FindingSubject.Code;
        return
        [
            finding.Fingerprint, SeverityWords.Key(finding.Severity), StateWords.Key(finding.State), finding.RuleId, finding.RuleName, finding.Title, finding.Message,
            resource?.Kind ?? "code", finding.Subject.Identity, resource?.Name ?? code?.Path ?? "", resource?.Scope.Account ?? "", resource?.Scope.Region ?? "", resource?.Owner ?? "",
            Number(code?.Line), Number(code?.Column), finding.Confidence.ToString().ToLowerInvariant(), Moment(finding.FirstSeen),
            finding.MonthlyCost?.ToString(CultureInfo.InvariantCulture) ?? "", string.Join("; ", finding.Evidence.Select(evidence => $"{evidence.Label}: {evidence.Observation}")),
            finding.Waiver?.Owner ?? "", finding.Waiver?.Approver ?? "", finding.Waiver?.Reason ?? "", Moment(finding.Waiver?.Expires), finding.Remediation,
        ];
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
