using System.Globalization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.JUnit;

/// <summary>One test case.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Outcome">The element's name: <c>failure</c>, <c>error</c>, <c>skipped</c>; null for a pass.</param>
/// <param name="Type">What kind of failure.</param>
/// <param name="Message">One line.</param>
/// <param name="Text">All of it.</param>
/// <param name="File">The source file; null for a cloud resource.</param>
internal sealed record JUnitCase(string Name, string? Outcome = null, string Type = "", string Message = "", string Text = "", string? File = null);

/// <summary>One rule's test cases.</summary>
internal sealed record JUnitSuite(string Name, string ClassName, IReadOnlyList<JUnitCase> Cases)
{
    public static IReadOnlyList<JUnitSuite> Of(AuditResult result)
    {
        var findings = result.Findings.Where(finding => finding.State != FindingState.Fixed).ToLookup(finding => finding.RuleId, StringComparer.Ordinal);
        var unevaluated = result.NotEvaluated.ToLookup(entry => entry.RuleId, StringComparer.Ordinal);
        var tallies = result.Tallies.ToLookup(tally => tally.RuleId, StringComparer.Ordinal);
        var names = result.Rules.Select(rule => (rule.Id, rule.Name))
            .Concat(result.Findings.Select(finding => (Id: finding.RuleId, Name: finding.RuleName)))
            .Concat(result.NotEvaluated.Select(entry => (Id: entry.RuleId, Name: entry.RuleId)))
            .DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal);

        var suites = new List<JUnitSuite>();
        if (result.Gaps.Count > 0)
            suites.Add(new("audit: everything could be read", "secretsaudit.audit", [.. result.Gaps.Select(gap =>
                new JUnitCase($"{gap.Operation} {gap.Subject}", "error", $"gap.{gap.Kind.ToString().ToLowerInvariant()}", gap.Reason, $"{gap.Reason}\n{gap.Remedy}"))]));
        foreach (var (id, name) in names)
        {
            List<JUnitCase> cases = [.. findings[id].Select(Case), .. unevaluated[id].Select(entry =>
                new JUnitCase(entry.Subject.Arn, "error", "not-evaluated", $"Not evaluated: {entry.Reason}.", $"{name} could not judge {entry.Subject.Arn}: {entry.Reason}."))];
            var passed = tallies[id].Sum(tally => tally.Passed);
            if (passed > 0)
                cases.Add(new(string.Create(CultureInfo.InvariantCulture, $"({passed} {(passed == 1 ? "resource" : "resources")} passed)")));
            if (cases.Count > 0)
                suites.Add(new($"{id} {name}", $"secretsaudit.{name}", cases));
        }

        return suites;
    }

    private static JUnitCase Case(Finding finding)
    {
        var code = finding.Subject as FindingSubject.Code;
        var name = code is null ? finding.Subject.Identity : $"{code.Path}:{code.Line}:{code.Column}";
        var file = code is null ? null : VisibleText.OneLine(code.Path, 2100);
        if (finding is { State: FindingState.Waived, Waiver: { } waiver })
            return new(name, "skipped", Message: string.Create(CultureInfo.InvariantCulture, $"Waived until {waiver.Expires.UtcDateTime:yyyy-MM-dd} by {waiver.Approver}: {waiver.Reason}"), File: file);

        return new(name, "failure", SeverityWords.Key(finding.Severity), finding.Message,
            $"{finding.Title}\n{finding.Message}\n{string.Concat(finding.Evidence.Select(evidence => $"  {evidence.Label}: {evidence.Observation}\n"))}\n{finding.Remediation}", file);
    }
}
