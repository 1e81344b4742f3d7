using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Identity policies of the roles, and of the auditor.</summary>
internal static class StaffPolicy
{
    private const string AuditorReads =
        """
        "secretsmanager:ListSecrets", "secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds", "secretsmanager:GetResourcePolicy",
        "kms:ListKeys", "kms:ListAliases", "kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus",
        "ssm:DescribeParameters", "ssm:ListTagsForResource", "ssm:GetResourcePolicies",
        "cloudtrail:LookupEvents", "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus",
        "config:DescribeComplianceByConfigRule", "config:DescribeConfigurationRecorderStatus", "sts:GetCallerIdentity"
        """;

    /// <summary>Creates and changes secrets, keys, parameters and trails; who sets up a rotation must be able to invoke its function.</summary>
    public static string Pipeline() => Document(Allow("\"secretsmanager:*\", \"kms:*\", \"ssm:*\", \"cloudtrail:*\", \"s3:CreateBucket\", \"lambda:InvokeFunction\"", "*"));

    /// <summary>Rotates every secret of an account; reads none.</summary>
    public static string Rotator(Env environment) => Document(
        Allow("\"secretsmanager:PutSecretValue\", \"secretsmanager:UpdateSecretVersionStage\", \"secretsmanager:DescribeSecret\"", Secrets(environment, environment.Code)),
        Allow("\"kms:GenerateDataKey\", \"kms:Decrypt\"", Keys(environment)));

    /// <summary>Reads the secrets below a name; one of them is under another account's key.</summary>
    public static string Reader(Env environment, string name) => Document(
        Allow("\"secretsmanager:GetSecretValue\", \"secretsmanager:DescribeSecret\"", Secrets(environment, name)),
        Allow("\"kms:Decrypt\"", "arn:aws:kms:*:*:key/*"));

    /// <summary>Reads all that an audit needs, and no value.</summary>
    public static string Auditor() => Document(
        Allow(AuditorReads, "*"),
        Deny("\"secretsmanager:GetSecretValue\", \"secretsmanager:BatchGetSecretValue\"", "*"));

    /// <summary>An auditor's policy with holes, in which an audit cannot be complete.</summary>
    public static string HinderedAuditor(Env environment) => Document(
        Allow(AuditorReads, "*"),
        Deny("\"secretsmanager:GetResourcePolicy\"", Secrets(environment, $"{environment.Code}/finance")),
        Deny("\"secretsmanager:DescribeSecret\"", Secrets(environment, $"{environment.Code}/customer/single-sign-on")));

    private static string Secrets(Env environment, string name) => $"arn:aws:secretsmanager:*:{environment.Id}:secret:{name}/*";

    private static string Keys(Env environment) => $"arn:aws:kms:*:{environment.Id}:key/*";

    private static string Document(params ReadOnlySpan<string> statements) =>
        $$"""{ "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] }""";

    private static string Allow(string actions, string resource) => Statement("Allow", actions, resource);

    private static string Deny(string actions, string resource) => Statement("Deny", actions, resource);

    private static string Statement(string effect, string actions, string resource) =>
        $$"""{ "Effect": "{{effect}}", "Action": [{{actions}}], "Resource": "{{resource}}" }""";
}
