using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Compares AWS Config's verdicts with ours, where both judged the same thing in the same account and region.</summary>
internal static class ConfigVerdicts
{
    private const string Peer = "config:";

    /// <summary>One finding for each disagreement.</summary>
    /// <param name="verdicts">AWS Config's verdicts. A managed rule is known by its name, which is its identifier's unless somebody chose another.</param>
    /// <param name="rules">The rules that judged.</param>
    /// <param name="judge">What came out.</param>
    public static IEnumerable<Finding> Disagreements(IReadOnlyList<ConfigRuleCompliance> verdicts, IReadOnlyList<BoundRule> rules, ResourceJudge judge)
    {
        foreach (var verdict in verdicts)
        {
            var name = verdict.RuleName.ToLowerInvariant();
            var ours = rules.Where(rule => rule.Descriptor.Peers?.Contains(Peer + name) ?? false).ToList();
            if (ours.Count == 0 || verdict.Compliance is not ("COMPLIANT" or "NON_COMPLIANT"))
                continue;

            var ids = ours.Select(rule => rule.Descriptor.Id).ToHashSet(StringComparer.Ordinal);
            var unsure = judge.Unevaluated.Any(rule => ids.Contains(rule.RuleId) && rule.Subject.Scope == verdict.Scope);
            var failed = judge.Findings.Count(finding => ids.Contains(finding.RuleId) && finding.Subject is FindingSubject.Resource resource && resource.Scope == verdict.Scope);
            if (verdict.Compliance == "COMPLIANT" ? failed > 0 : failed == 0 && !unsure)
                yield return Finding(verdict, ours, failed);
        }
    }

    private static Finding Finding(ConfigRuleCompliance verdict, List<BoundRule> ours, int failed)
    {
        var rule = AuditRules.ConfigDisagrees;
        var subject = new FindingSubject.Resource($"AWS::::Account:{verdict.Scope.Account}/{verdict.Scope.Region}", verdict.Scope.ToString(), "AWS::::Account", verdict.Scope, null);
        var names = string.Join(", ", ours.Select(own => own.Descriptor.Name));
        return new()
        {
            Fingerprint = FindingFingerprint.Compute(rule.Id, subject.Identity, verdict.RuleName),
            RuleId = rule.Id,
            RuleName = rule.Name,
            Title = rule.Title,
            Severity = rule.Severity,
            Message = $"AWS Config's rule {verdict.RuleName} says {verdict.Compliance}; {names} found {failed} failing.",
            Subject = subject,
            Evidence =
            [
                new("AWS Config", verdict.NonCompliantCount is { } count ? $"{verdict.Compliance} ({count})" : verdict.Compliance, "config:DescribeComplianceByConfigRule"),
                new("Rules", names),
                new("Failing here", failed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ],
            Remediation = rule.Remediation,
        };
    }
}
