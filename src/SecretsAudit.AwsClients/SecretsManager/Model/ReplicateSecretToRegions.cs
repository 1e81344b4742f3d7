namespace Amazon.SecretsManager.Model;

/// <summary>Adds replicas.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html"/>
public class ReplicateSecretToRegionsRequest : AmazonSecretsManagerRequest
{
    /// <summary>The regions to replicate to, each with its key.</summary>
    public List<ReplicaRegionType>? AddReplicaRegions { get; set; }

    /// <summary>Whether to overwrite a secret of the same name in the target region.</summary>
    public bool? ForceOverwriteReplicaSecret { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="ReplicateSecretToRegionsRequest"/> answers.</summary>
public class ReplicateSecretToRegionsResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The replicas and how each stands.</summary>
    public List<ReplicationStatusType>? ReplicationStatus { get; set; }
}
