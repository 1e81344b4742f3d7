using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>The rules about the audit itself, <c>SAUD3xxx</c>: findings that no inventory can hold.</summary>
public static class AuditRules
{
    /// <summary>A rule threw while judging, so that it judged nothing there.</summary>
    public static RuleDescriptor RuleThrew { get; } = new()
    {
        Id = "SAUD3001",
        Name = "rule-threw",
        Title = "A rule failed while it judged",
        Description = "A rule ran into an arithmetic or similar error. The resources it failed on are not evaluated by it, which is not a pass.",
        Severity = Severity.High,
        Category = "audit",
        Remediation = "Correct the rule's expression, for example by excluding a divisor of zero under `when`, and add the case to the rule's tests.",
    };

    /// <summary>A waiver has expired.</summary>
    public static RuleDescriptor WaiverExpired { get; } = new()
    {
        Id = "SAUD3002",
        Name = "waiver-expired",
        Title = "A waiver has expired",
        Description = "An accepted risk was accepted until a day that has passed. What the waiver covered is open again.",
        Severity = Severity.Medium,
        Category = "audit",
        Remediation = "Fix what the waiver covered and remove it, or have its approver renew it with a new expiry.",
    };

    /// <summary>A waiver covers nothing.</summary>
    public static RuleDescriptor WaiverWithoutMatch { get; } = new()
    {
        Id = "SAUD3003",
        Name = "waiver-without-match",
        Title = "A waiver covers nothing",
        Description = "No finding matches the waiver: what it covered is fixed or gone, or the waiver is misspelt. A forgotten waiver would hide the next finding.",
        Severity = Severity.Low,
        Category = "audit",
        Remediation = "Remove the waiver, or correct its rule or subject.",
    };

    /// <summary>A waiver expires soon.</summary>
    public static RuleDescriptor WaiverExpiresSoon { get; } = new()
    {
        Id = "SAUD3004",
        Name = "waiver-expires-soon",
        Title = "A waiver expires soon",
        Description = "An accepted risk becomes a finding again in the coming days.",
        Severity = Severity.Informational,
        Category = "audit",
        Remediation = "Fix what the waiver covers, or have its approver renew it.",
    };

    /// <summary>AWS Config's verdict differs from ours.</summary>
    public static RuleDescriptor ConfigDisagrees { get; } = new()
    {
        Id = "SAUD3005",
        Name = "config-disagrees",
        Title = "AWS Config's verdict differs",
        Description = "A managed rule of AWS Config and the rule here that asks the same came to different verdicts. Usual causes: other limits, an old evaluation, or resources that Config does not record.",
        Severity = Severity.Informational,
        Category = "audit",
        Remediation = "Compare the parameters of both rules and the time of Config's last evaluation, and look at the resources that only one of them names.",
    };

    /// <summary>All of them, in id order.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } = [RuleThrew, WaiverExpired, WaiverWithoutMatch, WaiverExpiresSoon, ConfigDisagrees];

    internal static Finding Finding(RuleDescriptor rule, DocumentPosition at, string message, IReadOnlyList<Evidence> evidence, string subKey)
    {
        var subject = new FindingSubject.Code(at.File.Replace('\\', '/'), at.Line, at.Column, at.Line, at.Column);
        return new()
        {
            // The file's name, not its path: the same waiver is the same finding wherever the repository lies.
            Fingerprint = FindingFingerprint.Compute(rule.Id, Path.GetFileName(at.File), subKey),
            RuleId = rule.Id,
            RuleName = rule.Name,
            Title = rule.Title,
            Severity = rule.Severity,
            Message = message,
            Subject = subject,
            Evidence = evidence,
            Remediation = rule.Remediation,
        };
    }
}
