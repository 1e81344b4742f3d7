namespace Amazon.SecretsManager.Model;

/// <summary>Removes replicas.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html"/>
public class RemoveRegionsFromReplicationRequest : AmazonSecretsManagerRequest
{
    /// <summary>The regions whose replicas are removed.</summary>
    public List<string>? RemoveReplicaRegions { get; set; }

    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="RemoveRegionsFromReplicationRequest"/> answers.</summary>
public class RemoveRegionsFromReplicationResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }

    /// <summary>The replicas and how each stands.</summary>
    public List<ReplicationStatusType>? ReplicationStatus { get; set; }
}
