using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager.Model;

/// <summary>Adds a version.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html"/>
public class PutSecretValueRequest : AmazonSecretsManagerRequest, IIdempotentRequest
{
    /// <summary>Makes the call idempotent and becomes the version's id; a random UUID when not set.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>Proof of the identity that rotates across accounts. Sensitive.</summary>
    public string? RotationToken { get; set; }

    /// <summary>The value as bytes. Sensitive.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }

    /// <summary>The value as text. Sensitive.</summary>
    public string? SecretString { get; set; }

    /// <summary>The staging labels.</summary>
    public List<string>? VersionStages { get; set; }
}

/// <summary>What <see cref="PutSecretValueRequest"/> answers.</summary>
public class PutSecretValueResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }

    /// <summary>The staging labels.</summary>
    public List<string>? VersionStages { get; set; }
}
