using SecretsAudit.Model;

namespace SecretsAudit.Reports.Tests.Samples;

/// <summary>Rules like the shipped ones, written out so that the golden files do not change with the packs.</summary>
internal static class SampleRules
{
    public static readonly RuleDescriptor PublicPolicy = Rule("SAUD1010", "wildcard-resource-policy", "Resource policy lets anyone in", Severity.Critical, "access",
        "The secret's resource policy allows a principal of `*` and no condition narrows it. Whoever has an AWS account can read the value.",
        "1. Find out who reads the secret: CloudTrail's `GetSecretValue` events name them.\n2. Name those principals in the policy instead of `*`, or add a condition on `aws:PrincipalOrgID`.\n3. Rotate the secret, since others may have read it:\n\n```\naws secretsmanager rotate-secret --secret-id ARN\n```",
        ("aws-fsbp", ["SecretsManager.6"]), ("nist-800-53-r5", ["AC-3", "AC-6"]), ("pci-dss-4.0", ["7.2.1"]));

    public static readonly RuleDescriptor Overdue = Rule("SAUD1003", "rotation-overdue", "Scheduled rotation did not happen", Severity.High, "rotation",
        "Secrets Manager announced a day for the next rotation, the day has passed, and the secret was not rotated. The schedule looks healthy while the value grows old.",
        "1. Read the rotation function's log for the day the rotation was due: it names the step that failed (`createSecret`, `setSecret`, `testSecret` or `finishSecret`).\n2. Fix the cause: most often the function may not reach the database, or may not use the key.\n3. Rotate now: `aws secretsmanager rotate-secret --secret-id ARN`.",
        ("aws-fsbp", ["SecretsManager.2"]), ("nist-800-53-r5", ["AC-2(1)", "AC-3(15)"]), ("pci-dss-4.0", ["8.6.3"]));

    public static readonly RuleDescriptor AwsManagedKey = Rule("SAUD1007", "aws-managed-key", "Encrypted under the AWS-managed key", Severity.Medium, "encryption",
        "The secret is encrypted under `aws/secretsmanager`, whose policy you cannot change and which no other account can use.",
        "Create a customer key, then `aws secretsmanager update-secret --secret-id ARN --kms-key-id KEY`. See [the user guide](https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html).",
        ("nist-800-53-r5", ["SC-12", "SC-28"]), ("pci-dss-4.0", ["3.6.1"]));

    public static readonly RuleDescriptor Unused = Rule("SAUD1020", "unused-secret", "Nobody has read this secret for 90 days", Severity.Medium, "usage",
        "A secret nobody reads still opens what it opens, and costs money.",
        "- Ask the owner whether anything still needs it.\n- If not, delete it with a recovery window: `aws secretsmanager delete-secret --secret-id ARN --recovery-window-in-days 30`.",
        ("aws-fsbp", ["SecretsManager.3"]), ("nist-800-53-r5", ["CM-7"]));

    public static readonly RuleDescriptor CostOutlier = Rule("SAUD1030", "cost-outlier", "Costs far more than its peers", Severity.Low, "cost",
        "The secret's API calls cost far more than those of other secrets: usually a client that fetches the value on every request.",
        "Cache the value in the client: AWS has caching clients for Java, Python, Go, .NET and Rust, and the agent for everything else.");

    public static readonly RuleDescriptor NoOwner = Rule("SAUD1041", "no-owner", "Nobody is named as the owner", Severity.Informational, "lifecycle",
        "Without an owner nobody is asked before it changes, and nobody answers when it leaks.",
        "Tag the secret with `Owner`.", ("soc2", ["CC6.1"]));

    public static readonly RuleDescriptor CodeLiteral = Rule("SAUD2001", "hardcoded-credential", "Credential written into source code", Severity.High, "code",
        "Whoever can read the source, its history or a build of it can read the credential.",
        "1. Treat the credential as known to others: replace it where it is valid.\n2. Put the new one into Secrets Manager and read it at start-up.\n3. Leave the history alone unless the repository is public.",
        ("cwe", ["CWE-798"]), ("pci-dss-4.0", ["8.6.2"]));

    public static readonly RuleDescriptor ReplicaKey = Rule("SAUD1012", "replica-weaker-key", "Replica under a weaker key than its primary", Severity.Medium, "encryption",
        "A replica holds the same value as its primary; the weaker key decides who can read it.",
        "Remove the replica and replicate again with `--add-replica-regions Region=REGION,KmsKeyId=KEY`.", ("nist-800-53-r5", ["SC-28"]));

    public static IReadOnlyList<RuleDescriptor> All { get; } =
        [Overdue, AwsManagedKey, PublicPolicy, ReplicaKey, Unused, CostOutlier, NoOwner, CodeLiteral];

    private static RuleDescriptor Rule(string id, string name, string title, Severity severity, string category, string description, string remediation,
        params (string Framework, string[] Controls)[] controls) => new()
    {
        Id = id, Name = name, Title = title, Severity = severity, Category = category, Description = description, Remediation = remediation,
        Controls = controls.ToDictionary(control => control.Framework, control => (IReadOnlyList<string>)control.Controls),
        HelpUri = category == "code" ? null : new Uri($"https://docs.aws.amazon.com/secretsmanager/latest/userguide/{name}.html"),
        Precision = category == "usage" ? Confidence.Medium : Confidence.High,
    };
}
