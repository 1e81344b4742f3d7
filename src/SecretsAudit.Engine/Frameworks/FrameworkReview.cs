using SecretsAudit.Model;

namespace SecretsAudit.Engine.Frameworks;

/// <summary>Works out how controls came out of a run.</summary>
internal static class FrameworkReview
{
    /// <summary>The coverage of each framework.</summary>
    /// <param name="frameworks">The frameworks.</param>
    /// <param name="rules">All rules, those that did not judge included.</param>
    /// <param name="tallies">How the rules that judged came out.</param>
    /// <param name="findings">The findings, waived ones included.</param>
    public static IReadOnlyList<FrameworkCoverage> Of(
        IReadOnlyList<Framework> frameworks, IReadOnlyList<RuleDescriptor> rules, IReadOnlyList<RuleTally> tallies, IReadOnlyList<Finding> findings)
    {
        var byRule = tallies.ToDictionary(tally => tally.RuleId, StringComparer.Ordinal);
        var waived = findings.Where(finding => finding.State == FindingState.Waived).CountBy(finding => finding.RuleId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. frameworks.Select(framework => new FrameworkCoverage(
                framework.Id, framework.Name, framework.Source, [.. framework.Controls.Select(control => Of(framework, control, rules, byRule, waived))])),
        ];
    }

    private static ControlCoverage Of(
        Framework framework, FrameworkControl control, IReadOnlyList<RuleDescriptor> all, Dictionary<string, RuleTally> tallies, Dictionary<string, int> waived)
    {
        var rules = all
            .Where(rule => control.Rules.Contains(rule.Name) || (rule.Controls.TryGetValue(framework.Id, out var ids) && ids.Contains(control.Id)))
            .Select(rule => rule.Id)
            .ToList();
        var judged = rules.Select(rule => tallies.GetValueOrDefault(rule)).OfType<RuleTally>().ToList();
        var accepted = judged.Sum(tally => Math.Min(tally.Failed, waived.GetValueOrDefault(tally.RuleId)));
        var coverage = new ControlCoverage
        {
            Id = control.Id,
            Title = control.Title,
            Status = ControlStatus.NotCheckable,
            Rules = rules,
            Passed = judged.Sum(tally => tally.Passed),
            Failed = judged.Sum(tally => tally.Failed) - accepted,
            Waived = accepted,
            NotEvaluated = judged.Sum(tally => tally.NotEvaluated),
            Reason = control.Manual,
        };
        if (rules.Count == 0)
            return coverage;

        var silent = rules.Count - judged.Count;
        return coverage.Failed > 0 ? coverage with { Status = ControlStatus.Fail }
            : coverage.NotEvaluated > 0 ? coverage with { Status = ControlStatus.NotEvaluated, Reason = $"{coverage.NotEvaluated} judgements could not be made." }
            : silent > 0 ? coverage with { Status = ControlStatus.NotEvaluated, Reason = $"{silent} of its {rules.Count} rules did not judge in this run." }
            : coverage.Passed + accepted == 0 ? coverage with { Status = ControlStatus.NotEvaluated, Reason = "Nothing was found that its rules speak about." }
            : coverage with { Status = ControlStatus.Pass };
    }
}
