using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Html;

/// <summary>Turns findings into rows.</summary>
internal sealed class FindingRows(AuditResult result)
{
    // Beyond this the remediation stands once, in the rules section, and the page's script shows it in the finding: 10,000 copies are 10 MB.
    private const int MostWithOwnRemediation = 1_000;

    private readonly Dictionary<string, RuleDescriptor> _rules = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rendered = new(StringComparer.Ordinal);
    private readonly bool _repeatRemediation = result.Findings.Count <= MostWithOwnRemediation;

    public FindingRow Row(Finding finding)
    {
        var rule = _rules.GetValueOrDefault(finding.RuleId);
        var resource = finding.Subject as FindingSubject.Resource;
        var code = finding.Subject as FindingSubject.Code;
        var anchor = Anchor(finding.Fingerprint);
        return new FindingRow
        {
            Anchor = anchor,
            SeverityKey = SeverityWords.Key(finding.Severity),
            SeverityLabel = SeverityWords.Label(finding.Severity),
            SeverityRank = (int)finding.Severity,
            State = StateWords.Key(finding.State),
            RuleId = finding.RuleId,
            RuleName = finding.RuleName,
            Title = VisibleText.OneLine(finding.Title, 300),
            Message = VisibleText.OneLine(finding.Message, 2000),
            Subject = VisibleText.OneLine(resource?.Name ?? code?.Path ?? finding.Subject.Identity, 600),
            Place = resource?.Place is { } stated ? VisibleText.OneLine($"{stated.File}, line {stated.Line}", 600) : resource is not null ? $"{resource.Scope.Account} · {resource.Scope.Region}" : code is not null ? $"line {code.Line}" : "",
            Identity = VisibleText.OneLine(code is null ? finding.Subject.Identity : $"{code.Path}:{code.Line}:{code.Column}", 2100),
            Kind = resource?.Kind ?? "Source code",
            Account = resource?.Scope.Account ?? "",
            Region = resource?.Scope.Region ?? "",
            Owner = VisibleText.OneLine(resource?.Owner, 256),
            Confidence = finding.Confidence.ToString().ToLowerInvariant(),
            FirstSeen = finding.FirstSeen is { } firstSeen ? Moment.Of(firstSeen) : null,
            MonthlyCost = finding.MonthlyCost is { } cost ? Dollars(cost) : null,
            CostRank = finding.MonthlyCost ?? 0,
            MonthlySaving = finding.MonthlySaving is { } saving ? Dollars(saving) : null,
            Due = finding.Due is { } due ? Moment.Of(due) : null,
            IsOverdue = finding.Due < result.AsOf && StateWords.IsActive(finding.State),
            Fixes = [.. FixTexts.Of(finding.Fix).Take(_repeatRemediation ? 3 : 1).Select(fix => new FixRow(fix.Language.Label, fix.Text))],
            Evidence = [.. finding.Evidence.Take(50).Select(evidence => new EvidenceRow(VisibleText.OneLine(evidence.Label, 200), VisibleText.OneLine(evidence.Observation, 2000),
                VisibleText.OneLine(evidence.Source, 300), evidence.ReadAt is { } readAt ? Moment.Of(readAt) : null))],
            RemediationHtml = _repeatRemediation || rule is null || rule.Remediation != finding.Remediation ? Rendered(finding.Remediation) : null,
            Controls = rule is null ? [] : Controls(rule),
            Waiver = finding.Waiver is { } waiver ? Waiver(finding, waiver, anchor) : null,
            RuleIsListed = rule is not null,
        };
    }

    /// <summary>US dollars to the cent; a fraction of a cent that is not nothing is not shown as nothing.</summary>
    public static string Dollars(decimal cost) => cost is > 0 and < 0.01m
        ? "< $0.01"
        : cost.ToString("'$'#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A rule's controls by framework.</summary>
    public static IReadOnlyList<ControlLink> Controls(RuleDescriptor rule) =>
        [.. rule.Controls.OrderBy(framework => framework.Key, StringComparer.Ordinal)
            .Select(framework => new ControlLink(FrameworkNames.Of(framework.Key), string.Join(", ", framework.Value)))];

    private WaiverRow Waiver(Finding finding, Waiver waiver, string anchor)
    {
        var left = waiver.Expires - result.AsOf;
        var days = (int)Math.Floor(Math.Abs(left.TotalDays));
        var expired = left <= TimeSpan.Zero;
        return new WaiverRow(anchor, finding.RuleId, finding.RuleName, VisibleText.OneLine(finding.Subject is FindingSubject.Resource resource ? resource.Name : finding.Subject.Identity, 600),
            $"{waiver.Rule} on {VisibleText.OneLine(waiver.Subject, 600)}", VisibleText.OneLine(waiver.Owner, 256), VisibleText.OneLine(waiver.Approver, 256),
            VisibleText.OneLine(waiver.Reason, 2000), Moment.Of(waiver.Expires),
            expired ? $"expired {Days(days)} ago" : left < TimeSpan.FromDays(1) ? "ends within a day" : $"{Days(days)} left", !expired && left <= TimeSpan.FromDays(30), expired);
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days.ToString("N0", CultureInfo.InvariantCulture)} days";

    private string Rendered(string markdown)
    {
        if (!_rendered.TryGetValue(markdown, out var html))
            _rendered[markdown] = html = RemediationMarkdown.ToHtml(markdown);

        return html;
    }

    private string Anchor(string fingerprint)
    {
        var start = string.Concat(fingerprint.Where(char.IsAsciiLetterOrDigit).Take(16));
        _anchors[start] = _anchors.GetValueOrDefault(start) + 1;
        return _anchors[start] == 1 ? $"f-{start}" : $"f-{start}-{_anchors[start]}";
    }
}
