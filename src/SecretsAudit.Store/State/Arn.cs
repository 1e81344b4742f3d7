namespace SecretsAudit.Store.State;

/// <summary>Builds the ARNs of everything the store holds.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
internal static class Arn
{
    public static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : region.StartsWith("us-iso-", StringComparison.Ordinal) ? "aws-iso"
        : region.StartsWith("us-isob-", StringComparison.Ordinal) ? "aws-iso-b"
        : region.StartsWith("eu-isoe-", StringComparison.Ordinal) ? "aws-iso-e"
        : region.StartsWith("us-isof-", StringComparison.Ordinal) ? "aws-iso-f"
        : region.StartsWith("eusc-", StringComparison.Ordinal) ? "aws-eusc"
        : "aws";

    /// <summary>The ARN of something that has no region, as a partition names it.</summary>
    public static string InPartition(string arn, string partition) =>
        partition == "aws" || !arn.StartsWith("arn:aws:", StringComparison.Ordinal) ? arn : $"arn:{partition}:{arn["arn:aws:".Length..]}";

    /// <summary>The region of a partition's global endpoint: what a call without a signature is made in.</summary>
    public static string GlobalRegion(string partition) => partition switch { "aws-cn" => "cn-north-1", "aws-us-gov" => "us-gov-west-1", _ => "us-east-1" };

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
