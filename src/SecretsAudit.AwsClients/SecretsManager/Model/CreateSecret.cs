using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager.Model;

/// <summary>Creates a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html"/>
public class CreateSecretRequest : AmazonSecretsManagerRequest, IIdempotentRequest
{
    /// <summary>The regions to replicate to, each with its key.</summary>
    public List<ReplicaRegionType>? AddReplicaRegions { get; set; }

    /// <summary>Makes the call idempotent and becomes the version's id; a random UUID when not set.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>What the secret is for, in the owner's words; at most 2048 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Whether to overwrite a secret of the same name in the target region.</summary>
    public bool? ForceOverwriteReplicaSecret { get; set; }

    /// <summary>The KMS key that protects it; absent for the account's own <c>aws/secretsmanager</c> key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The value as bytes. Sensitive.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The value as text. Sensitive.</summary>
    public string? SecretString { get; set; }

    /// <summary>Tags, as key and value pairs.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>The kind of a secret that an external partner manages.</summary>
    public string? Type { get; set; }
}

/// <summary>What <see cref="CreateSecretRequest"/> answers.</summary>
public class CreateSecretResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The replicas and how each stands.</summary>
    public List<ReplicationStatusType>? ReplicationStatus { get; set; }

    /// <summary>The version of the value; 32 to 64 characters.</summary>
    public string? VersionId { get; set; }
}
