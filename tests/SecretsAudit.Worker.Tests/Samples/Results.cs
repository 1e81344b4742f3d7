using SecretsAudit.Model;

namespace SecretsAudit.Worker.Tests;

/// <summary>Audit results to store and show.</summary>
internal static class Results
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    public static readonly Scope Frankfurt = new("111122223333", "eu-central-1");
    public static readonly Scope Dublin = new("111122223333", "eu-west-1");

    public static RuleDescriptor Rule(string id) => new()
    {
        Id = id,
        Name = "rotation-overdue",
        Title = "Scheduled rotation did not happen",
        Description = "A secret that should have been rotated was not.",
        Severity = Severity.High,
        Category = "rotation",
        Remediation = "Rotate it.",
    };

    public static string Arn(string name, Scope? scope = null) =>
        $"arn:aws:secretsmanager:{(scope ?? Frankfurt).Region}:{(scope ?? Frankfurt).Account}:secret:{name}-AbCdEf";

    public static Finding Finding(string name, Severity severity = Severity.High, string rule = "SAUD1003", Scope? scope = null) => new()
    {
        Fingerprint = FindingFingerprint.Compute(rule, Arn(name, scope)),
        RuleId = rule,
        RuleName = "rotation-overdue",
        Title = "Scheduled rotation did not happen",
        Severity = severity,
        Message = $"Rotation of {name} was due and has not happened.",
        Subject = new FindingSubject.Resource(Arn(name, scope), name, "AWS::SecretsManager::Secret", scope ?? Frankfurt, "payments"),
        Remediation = "Rotate it.",
    };

    public static Finding CodeFinding(string path) => new()
    {
        Fingerprint = FindingFingerprint.Compute("SAUD2001", path),
        RuleId = "SAUD2001",
        RuleName = "hard-coded-credential",
        Title = "A credential is written in source code",
        Severity = Severity.Critical,
        Message = "A literal is assigned to a credential.",
        Subject = new FindingSubject.Code(path, 3, 1, 3, 20),
        Remediation = "Move it to the store.",
    };

    public static Gap Gap(string subject, Scope? scope, string operation = "secretsmanager:ListSecrets") => new()
    {
        Operation = operation,
        Subject = subject,
        Reason = "AccessDenied",
        Remedy = "Grant it.",
        Scope = scope,
        Kind = GapKind.Denied,
    };

    public static AuditResult Result(params Finding[] findings) => new()
    {
        RunId = "from-the-audit",
        ToolVersion = "0.1.0",
        AsOf = Monday,
        StartedAt = Monday,
        Duration = TimeSpan.FromSeconds(2),
        Source = "a store",
        Scopes = [new(Frankfurt, 10, 2, 0), new(Dublin, 5, 1, 0)],
        Rules = [Rule("SAUD1003"), Rule("SAUD1001"), Rule("SAUD2001")],
        Findings = findings,
        Code = new CodeSummary("src", 10, 100, 1000, TimeSpan.FromSeconds(1)),
    };
}
