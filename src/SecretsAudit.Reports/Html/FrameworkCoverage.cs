using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Html;

/// <summary>How the controls of each framework stand, by the rules that give evidence for them.</summary>
internal static class FrameworkCoverage
{
    private static readonly (string Key, string Label)[] Statuses =
        [("failing", "Failing"), ("waived", "Waived"), ("unknown", "Not evaluated"), ("passing", "Passing"), ("none", "Nothing to judge")];

    /// <summary>The frameworks as the engine reviewed them; for a result without a review, what follows from the rules that judged.</summary>
    public static IReadOnlyList<Framework> Of(AuditResult result) => result.Frameworks is { } reviewed
        ? [.. reviewed.Select(framework => Reviewed(framework, result))]
        : OfRules(result);

    private static Framework Reviewed(Model.FrameworkCoverage framework, AuditResult result)
    {
        var titles = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Title, StringComparer.Ordinal);
        return Summed(VisibleText.OneLine(framework.Name, 200), [.. framework.Controls.Select(control =>
        {
            var status = control switch
            {
                { Status: ControlStatus.Fail } => 0,
                { Status: ControlStatus.NotEvaluated } => 2,
                { Status: ControlStatus.NotCheckable } => 4,
                { Waived: > 0 } => 1,
                _ => 3,
            };
            return new ControlRow(control.Id, Statuses[status].Key, status == 4 ? "No machine can check it" : Statuses[status].Label, control.Failed,
                [.. control.Rules.Where(titles.ContainsKey).Select(rule => new RuleLink(rule, titles[rule]))])
            {
                Title = VisibleText.OneLine(control.Title, 500),
                Reason = VisibleText.OneLine(control.Reason, 1000),
                OtherRules = string.Join(", ", control.Rules.Where(rule => !titles.ContainsKey(rule))),
            };
        })]);
    }

    private static IReadOnlyList<Framework> OfRules(AuditResult result)
    {
        var tallies = result.Tallies.DistinctBy(tally => tally.RuleId).ToDictionary(tally => tally.RuleId, StringComparer.Ordinal);
        var findings = result.Findings.ToLookup(finding => finding.RuleId, StringComparer.Ordinal);

        return
        [
            .. result.Rules
                .SelectMany(rule => rule.Controls.SelectMany(framework => framework.Value.Select(control => (Framework: framework.Key, Control: control, Rule: rule))))
                .GroupBy(entry => entry.Framework, StringComparer.Ordinal)
                .Select(framework => Summed(FrameworkNames.Of(framework.Key), [.. framework.GroupBy(entry => entry.Control, StringComparer.Ordinal)
                    .Select(control => Row(control.Key, [.. control.Select(entry => entry.Rule)]))
                    .OrderBy(control => control.Id, ControlOrder)]))
                .OrderBy(framework => framework.Name, StringComparer.Ordinal),
        ];

        ControlRow Row(string control, IReadOnlyList<RuleDescriptor> rules)
        {
            var open = rules.Sum(rule => findings[rule.Id].Count(finding => StateWords.IsActive(finding.State)));
            var waived = rules.Sum(rule => findings[rule.Id].Count(finding => finding.State == FindingState.Waived));
            var counts = rules.Select(rule => tallies.GetValueOrDefault(rule.Id)).OfType<RuleTally>().ToList();
            var status = open > 0 ? 0 : counts.Any(tally => tally.NotEvaluated > 0) ? 2 : waived > 0 ? 1 : counts.Any(tally => tally.Passed > 0) ? 3 : 4;
            return new(control, Statuses[status].Key,
                status == 3 && !result.IsComplete ? "Passing, on what was read" : Statuses[status].Label,
                open, [.. rules.Select(rule => new RuleLink(rule.Id, rule.Title))]);
        }
    }

    // SecretsManager.10 comes after SecretsManager.2.
    private static readonly Comparer<string> ControlOrder = Comparer<string>.Create((left, right) => string.CompareOrdinal(Padded(left), Padded(right)));

    private static string Padded(string control) => string.Concat(control.Split('.', '(', ')', '-').Select(part => part.All(char.IsAsciiDigit) ? part.PadLeft(8, '0') : part + "."));

    private static Framework Summed(string name, IReadOnlyList<ControlRow> controls)
    {
        int Count(string key) => controls.Count(control => control.StatusKey == key);
        var bar = Bar.Of(name, [.. Statuses.Select(status => (status.Key, status.Label, Count(status.Key)))], controls.Count);
        return new(name, Count("passing"), Count("failing"), Count("waived"), Count("unknown"), Count("none"), bar, controls);
    }
}
