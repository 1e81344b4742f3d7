namespace SecretsAudit.Store.State;

/// <summary>The policies of AWS's own that scripts around secrets attach.</summary>
/// <seealso href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"/>
internal static class AwsManagedPolicies
{
    private const string Prefix = "arn:aws:iam::aws:policy/";

    private static readonly Dictionary<string, string> Documents = new(StringComparer.Ordinal)
    {
        [Prefix + "AdministratorAccess"] = Allow("\"*\""),
        [Prefix + "PowerUserAccess"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}]}""",
        [Prefix + "SecretsManagerReadWrite"] = Allow("\"secretsmanager:*\",\"kms:DescribeKey\",\"kms:ListAliases\",\"kms:ListKeys\",\"lambda:ListFunctions\",\"tag:GetResources\""),
        [Prefix + "AmazonSSMReadOnlyAccess"] = Allow("\"ssm:Describe*\",\"ssm:Get*\",\"ssm:List*\""),
        [Prefix + "AmazonSSMFullAccess"] = Allow("\"ssm:*\""),
        [Prefix + "AWSCloudTrail_ReadOnlyAccess"] = Allow("\"cloudtrail:Get*\",\"cloudtrail:Describe*\",\"cloudtrail:List*\",\"cloudtrail:LookupEvents\""),
    };

    /// <summary>A policy's document; null when the store does not know the policy.</summary>
    public static string? DocumentOf(string arn) => Documents.GetValueOrDefault(arn);

    private static string Allow(string actions) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}]}""";
}
