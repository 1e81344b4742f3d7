namespace SecretsAudit.Store.State;

/// <summary>Builds the ARNs of everything the store holds.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
internal static class Arn
{
    public static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    public static string Secret(string region, string account, string nameAndSuffix) =>
        $"arn:{Partition(region)}:secretsmanager:{region}:{account}:secret:{nameAndSuffix}";

    public static string Key(string region, string account, string keyId) => $"arn:{Partition(region)}:kms:{region}:{account}:key/{keyId}";

    public static string Alias(string region, string account, string aliasName) => $"arn:{Partition(region)}:kms:{region}:{account}:{aliasName}";

    public static string Root(string account) => $"arn:aws:iam::{account}:root";

    public static string User(string account, string path, string name) => $"arn:aws:iam::{account}:user{path}{name}";

    public static string Role(string account, string path, string name) => $"arn:aws:iam::{account}:role{path}{name}";

    public static string FederatedUser(string account, string name) => $"arn:aws:sts::{account}:federated-user/{name}";

    public static string AssumedRole(string account, string roleName, string sessionName) =>
        $"arn:aws:sts::{account}:assumed-role/{roleName}/{sessionName}";
}
