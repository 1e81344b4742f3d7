using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Puts rules to resources, and keeps what comes out.</summary>
internal sealed class ResourceJudge(FactContext context)
{
    // An exception costs microseconds; a rule that threw so often is not asked again.
    private const int MostThrows = 1000;

    private readonly List<Finding> _findings = [];
    private readonly List<UnevaluatedRule> _unevaluated = [];
    private readonly List<Finding> _failures = [];
    private readonly Dictionary<string, TagFacts> _labels = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<UnevaluatedRule> Unevaluated => _unevaluated;

    /// <summary>One finding for each rule that threw.</summary>
    public IReadOnlyList<Finding> RuleFailures => _failures;

    /// <summary>The tags of a resource that has findings; unknown tags for anything else.</summary>
    public TagFacts LabelsOf(string identity) => _labels.GetValueOrDefault(identity);

    /// <summary>Puts each rule to a resource.</summary>
    public void Judge<TFacts>(TFacts resource, BoundRule<TFacts>[] rules)
        where TFacts : class, IResourceFacts
    {
        FindingSubject.Resource? subject = null;
        foreach (var rule in rules)
        {
            if (rule.Thrown >= MostThrows)
            {
                Unknown(rule, subject ??= resource.Subject(), $"the rule failed {MostThrows} times and was not asked again");
                continue;
            }

            string? doubt = null;
            if ((rule.HasOverrides ? rule.For(resource, out doubt) : rule.Standard) is not { } variant)
            {
                rule.NotApplicable++;
                continue;
            }

            try
            {
                var applies = variant.Compiled.When(resource);
                var violated = applies.IsTrue ? variant.Compiled.Fail(resource) : applies;
                if (applies.IsFalse)
                    rule.NotApplicable++;
                else if (doubt is not null)
                    Unknown(rule, subject ??= resource.Subject(), doubt);
                else if (violated.IsFalse)
                    rule.Passed++;
                else if (violated.IsTrue)
                    Fail(rule, variant, resource, subject ??= resource.Subject());
                else if (violated.Reason == Truth.NotYetReason)
                    rule.NotApplicable++;
                else
                    Unknown(rule, subject ??= resource.Subject(), ReasonOf(violated, variant.Compiled, resource));
            }
            catch (Exception thrown)
            {
                Threw(rule, subject ??= resource.Subject(), thrown);
            }
        }
    }

    /// <summary>Why something cannot be told; where a value is absent, which.</summary>
    private static string ReasonOf<TFacts>(Truth unknown, ResourceRule<TFacts> rule, TFacts resource)
        where TFacts : class
    {
        var reason = unknown.Reason!;
        if (reason != Truth.AbsentReason)
            return reason;

        var absent = rule.Evidence(resource).Where(evidence => evidence.Observation == "(absent)").Select(evidence => evidence.Label).ToList();
        return absent.Count == 0 ? reason : $"{reason}: {string.Join(", ", absent)}";
    }

    private void Fail<TFacts>(BoundRule rule, RuleVariant<TFacts> variant, TFacts resource, FindingSubject.Resource subject)
        where TFacts : class, IResourceFacts
    {
        if (variant.Grace > TimeSpan.Zero && IsSpared(rule, variant.Grace, resource, subject))
            return;

        // The texts first: should one of them throw, the rule has not failed this resource, it has failed itself.
        var finding = new Finding
        {
            Fingerprint = FindingFingerprint.Compute(rule.Descriptor.Id, subject.Identity),
            RuleId = rule.Descriptor.Id,
            RuleName = rule.Descriptor.Name,
            Title = rule.Descriptor.Title,
            Severity = variant.Severity,
            Message = variant.Compiled.Message(resource),
            Subject = subject,
            Evidence = variant.Compiled.Evidence(resource),
            Remediation = rule.Descriptor.Remediation,
            Confidence = rule.Descriptor.Precision,
            Fix = variant.Compiled.Fix(resource),
        };
        _findings.Add(finding);
        _labels.TryAdd(subject.Identity, resource.Labels);
        rule.Failed++;
    }

    // What fails within its grace is not judged yet; what is of unknown age is not let off.
    private bool IsSpared<TFacts>(BoundRule rule, TimeSpan grace, TFacts resource, FindingSubject.Resource subject)
        where TFacts : class, IResourceFacts
    {
        var young = resource.Since + grace > context.AsOf;
        // What does not exist yet has no age to be spared for.
        if (young.IsFalse || resource.Since.IsAbsent || young.Reason == Truth.NotYetReason)
            return false;

        if (young.IsTrue)
            rule.NotApplicable++;
        else
            Unknown(rule, subject, $"whether its grace of {Yaml.Durations.Format(grace)} is over depends on its age: {young.Reason}");

        return true;
    }

    private void Unknown(BoundRule rule, FindingSubject.Resource subject, string reason)
    {
        _unevaluated.Add(new(rule.Descriptor.Id, subject, reason));
        rule.NotEvaluated++;
    }

    private void Threw(BoundRule rule, FindingSubject.Resource subject, Exception thrown)
    {
        Unknown(rule, subject, $"the rule failed ({thrown.GetType().Name})");
        if (rule.Thrown++ > 0)
            return;

        _failures.Add(AuditRules.Finding(
            AuditRules.RuleThrew,
            rule.Rule.At,
            $"The rule {rule.Descriptor.Name} failed with {thrown.GetType().Name} while it judged {subject.Name}.",
            [new("Rule", rule.Descriptor.Id), new("Error", thrown.Message), new("First resource", subject.Arn)],
            rule.Descriptor.Id));
    }
}
