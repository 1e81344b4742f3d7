using System.Text.Json.Serialization;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.Sts;

namespace SecretsAudit.Store.Wire;

/// <summary>One AWS service as the wire knows it.</summary>
/// <param name="SigningName">The service in the credential scope, and the prefix of its IAM actions.</param>
/// <param name="Targets">What stands before the action in X-Amz-Target; none for the query protocol.</param>
internal sealed record AwsService(string SigningName, params IReadOnlyList<string> Targets)
{
    public static readonly AwsService SecretsManager = new("secretsmanager", "secretsmanager");
    public static readonly AwsService Kms = new("kms", "TrentService") { Json = KmsJson.Default };
    public static readonly AwsService CloudTrail = new("cloudtrail", "CloudTrail_20131101", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");
    public static readonly AwsService Config = new("config", "StarlingDoveService") { Json = ConfigJson.Default };
    public static readonly AwsService Sts = new("sts") { Json = StsJson.Default, XmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/" };

    /// <summary>How the service's requests and responses are read and written.</summary>
    public JsonSerializerContext Json { get; init; } = WireJson.Default;

    /// <summary>The namespace of its answers, for services of the query protocol; else null.</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>The service in CloudTrail records.</summary>
    public string EventSource => SigningName + ".amazonaws.com";
}
