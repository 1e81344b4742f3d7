namespace SecretsAudit.Store.Wire;

/// <summary>One AWS service as the wire knows it.</summary>
/// <param name="SigningName">The service in the credential scope, and the prefix of its IAM actions.</param>
/// <param name="Targets">What stands before the action in X-Amz-Target; none for the query protocol.</param>
internal sealed record AwsService(string SigningName, params IReadOnlyList<string> Targets)
{
    public static readonly AwsService SecretsManager = new("secretsmanager", "secretsmanager");
    public static readonly AwsService Kms = new("kms", "TrentService");
    public static readonly AwsService CloudTrail = new("cloudtrail", "CloudTrail_20131101", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");
    public static readonly AwsService Config = new("config", "StarlingDoveService");
    public static readonly AwsService Sts = new("sts");

    /// <summary>The service in CloudTrail records.</summary>
    public string EventSource => SigningName + ".amazonaws.com";
}
