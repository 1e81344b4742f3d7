using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager.Model;

/// <summary>Configures rotation, and rotates.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html"/>
public class RotateSecretRequest : AmazonSecretsManagerRequest, IIdempotentRequest
{
    /// <summary>Makes the call idempotent and becomes the version's id; a random UUID when not set.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>What an external partner needs to rotate the secret.</summary>
    public List<ExternalSecretRotationMetadataItem>? ExternalSecretRotationMetadata { get; set; }

    /// <summary>The role that rotates a secret an external partner manages.</summary>
    public string? ExternalSecretRotationRoleArn { get; set; }

    /// <summary>Whether to rotate now or in the next window; now when not set.</summary>
    public bool? RotateImmediately { get; set; }

    /// <summary>The function that rotates the secret.</summary>
    public string? RotationLambdaARN { get; set; }

    /// <summary>The rotation schedule.</summary>
    public RotationRulesType? RotationRules { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="RotateSecretRequest"/> answers.</summary>
public class RotateSecretResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }
}
