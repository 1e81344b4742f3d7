using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Waivers;

/// <summary>Applies waivers to findings, and finds fault with the waivers themselves.</summary>
/// <param name="waivers">The waivers.</param>
/// <param name="pack">The rules, by whose former names old waivers are found.</param>
/// <param name="judge">Knows the tags of what was found.</param>
/// <param name="options">The audit's moment and its warning time.</param>
internal sealed class WaiverReview(WaiverFile waivers, RulePack pack, ResourceJudge judge, AuditOptions options)
{
    private readonly HashSet<StatedWaiver> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>The finding, waived or reopened when a waiver says so.</summary>
    public Finding Apply(Finding finding)
    {
        var expired = false;
        foreach (var stated in waivers.Waivers)
        {
            if (!Covers(stated.Waiver, finding))
                continue;

            _used.Add(stated);
            if (!IsExpired(stated.Waiver))
                return finding with { State = FindingState.Waived, Waiver = stated.Waiver };

            expired = true;
        }

        return expired ? finding with { State = FindingState.Reopened } : finding;
    }

    /// <summary>What is wrong with the waivers; ask when all findings have been shown to <see cref="Apply"/>.</summary>
    /// <param name="judged">Whether a rule, by id or name, judged in this run: only then can a waiver be called idle.</param>
    public IEnumerable<Finding> Findings(Func<string, bool> judged)
    {
        foreach (var stated in waivers.Waivers)
        {
            var waiver = stated.Waiver;
            if (IsExpired(waiver))
                yield return Fault(AuditRules.WaiverExpired, stated, $"expired on {waiver.Expires:yyyy-MM-dd}");
            else if (!_used.Contains(stated) && judged(waiver.Rule))
                yield return Fault(AuditRules.WaiverWithoutMatch, stated, "covers nothing");
            else if (waiver.Expires - options.AsOf <= options.WaiverWarning)
                yield return Fault(AuditRules.WaiverExpiresSoon, stated, $"expires on {waiver.Expires:yyyy-MM-dd}");
        }
    }

    private bool Covers(Waiver waiver, Finding finding) =>
        IsNamed(waiver.Rule, finding)
        && SubjectPattern.Matches(waiver.Subject, finding.Subject.Identity)
        && (waiver.Tags is not { Count: > 0 } tags || HasTags(tags, judge.LabelsOf(finding.Subject.Identity)));

    private bool IsNamed(string rule, Finding finding) => rule == finding.RuleName
        || string.Equals(rule, finding.RuleId, StringComparison.OrdinalIgnoreCase)
        || pack.Find(rule)?.Descriptor.Id == finding.RuleId;

    // Tags that could not be read waive nothing.
    private static bool HasTags(IReadOnlyDictionary<string, string> tags, TagFacts labels) =>
        tags.All(tag => labels[tag.Key] is { IsKnown: true, Value: var value } && SubjectPattern.Matches(tag.Value, value));

    private static Finding Fault(RuleDescriptor rule, StatedWaiver stated, string what)
    {
        var waiver = stated.Waiver;
        Evidence[] evidence = [new("Owner", waiver.Owner), new("Approver", waiver.Approver), new("Reason", waiver.Reason)];
        return AuditRules.Finding(rule, stated.At, $"The waiver of {waiver.Rule} for {waiver.Subject} {what}.", evidence, $"{waiver.Rule}|{waiver.Subject}");
    }

    private bool IsExpired(Waiver waiver) => waiver.Expires <= options.AsOf;
}
