using System.Text.Json.Serialization;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.Lambda;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Operations.Sns;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Operations.Sts;

namespace SecretsAudit.Store.Wire;

/// <summary>One AWS service as the wire knows it.</summary>
/// <param name="SigningName">The service in the credential scope, and the prefix of its IAM actions.</param>
/// <param name="Targets">What stands before the action in X-Amz-Target; none for the query protocol.</param>
internal sealed record AwsService(string SigningName, params IReadOnlyList<string> Targets)
{
    private static readonly byte[] EmptyObject = [.. "{}"u8];

    public static readonly AwsService SecretsManager = new("secretsmanager", "secretsmanager");
    public static readonly AwsService Kms = new("kms", "TrentService") { Json = KmsJson.Default };
    public static readonly AwsService CloudTrail = new("cloudtrail", "CloudTrail_20131101", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101") { Json = CloudTrailJson.Default, WithoutOutput = EmptyObject };
    public static readonly AwsService Config = new("config", "StarlingDoveService") { Json = ConfigJson.Default };
    public static readonly AwsService Ssm = new("ssm", "AmazonSSM") { Json = SsmJson.Default, WithoutOutput = EmptyObject };
    public static readonly AwsService S3 = new("s3") { Json = S3Json.Default };
    public static readonly AwsService Sns = new("sns") { Json = SnsJson.Default, XmlNamespace = "http://sns.amazonaws.com/doc/2010-03-31/" };
    public static readonly AwsService Sts = new("sts") { Json = StsJson.Default, XmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/" };
    public static readonly AwsService Lambda = new("lambda") { Json = LambdaJson.Default };
    public static readonly AwsService Iam = new("iam") { Json = IamJson.Default, XmlNamespace = "https://iam.amazonaws.com/doc/2010-05-08/" };

    /// <summary>How the service's requests and responses are read and written.</summary>
    public JsonSerializerContext Json { get; init; } = WireJson.Default;

    /// <summary>The body for an operation without output: none, but an empty object for services whose model has an output without members there.</summary>
    public byte[] WithoutOutput { get; init; } = [];

    /// <summary>The namespace of its answers, for services of the query protocol; else null.</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>The service in CloudTrail records.</summary>
    public string EventSource => SigningName + ".amazonaws.com";
}
