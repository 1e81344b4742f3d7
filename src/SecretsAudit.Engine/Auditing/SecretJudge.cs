using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Puts rules to secrets, and keeps what comes out.</summary>
internal sealed class SecretJudge
{
    // An exception costs microseconds; a rule that threw so often is not asked again.
    private const int MostThrows = 1000;

    private readonly List<Finding> _findings = [];
    private readonly List<UnevaluatedRule> _unevaluated = [];
    private readonly List<Finding> _failures = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<UnevaluatedRule> Unevaluated => _unevaluated;

    /// <summary>One finding for each rule that threw.</summary>
    public IReadOnlyList<Finding> RuleFailures => _failures;

    /// <summary>Puts each rule to a secret.</summary>
    public void Judge(SecretFacts secret, IReadOnlyList<BoundRule> rules)
    {
        FindingSubject.Resource? subject = null;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Thrown >= MostThrows)
            {
                Unknown(rule, subject ??= Subject(secret), $"the rule failed {MostThrows} times and was not asked again");
                continue;
            }

            try
            {
                var applies = rule.Compiled.When(secret);
                var violated = applies.IsTrue ? rule.Compiled.Fail(secret) : applies;
                if (applies.IsFalse)
                    rule.NotApplicable++;
                else if (violated.IsFalse)
                    rule.Passed++;
                else if (violated.IsTrue)
                    Fail(rule, secret, subject ??= Subject(secret));
                else
                    Unknown(rule, subject ??= Subject(secret), ReasonOf(violated, rule.Compiled, secret));
            }
            catch (Exception thrown)
            {
                Threw(rule, subject ??= Subject(secret), thrown);
            }
        }
    }

    /// <summary>Why something cannot be told; where a value is absent, which.</summary>
    internal static string ReasonOf(Truth unknown, SecretRule rule, SecretFacts secret)
    {
        var reason = unknown.Reason!;
        if (reason != Truth.AbsentReason)
            return reason;

        var absent = rule.Evidence(secret).Where(evidence => evidence.Observation == "(absent)").Select(evidence => evidence.Label).ToList();
        return absent.Count == 0 ? reason : $"{reason}: {string.Join(", ", absent)}";
    }

    private void Fail(BoundRule rule, SecretFacts secret, FindingSubject.Resource subject)
    {
        // The texts first: should one of them throw, the rule has not failed this secret, it has failed itself.
        var finding = new Finding
        {
            Fingerprint = FindingFingerprint.Compute(rule.Descriptor.Id, subject.Identity),
            RuleId = rule.Descriptor.Id,
            RuleName = rule.Descriptor.Name,
            Title = rule.Descriptor.Title,
            Severity = rule.Descriptor.Severity,
            Message = rule.Compiled.Message(secret),
            Subject = subject,
            Evidence = rule.Compiled.Evidence(secret),
            Remediation = rule.Descriptor.Remediation,
            Confidence = rule.Descriptor.Precision,
        };
        _findings.Add(finding);
        rule.Failed++;
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

    private static FindingSubject.Resource Subject(SecretFacts facts) => new(
        facts.Secret.Arn, facts.Secret.Name, "AWS::SecretsManager::Secret", facts.Secret.Scope, facts.Owner is { IsKnown: true, Value: var owner } ? owner : null);
}
