namespace Amazon.SecretsManager.Model;

/// <summary>Makes a replica a secret of its own.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html"/>
public class StopReplicationToReplicaRequest : AmazonSecretsManagerRequest
{
    /// <summary>The ARN, partial ARN or name of the secret.</summary>
    public string? SecretId { get; set; }
}

/// <summary>What <see cref="StopReplicationToReplicaRequest"/> answers.</summary>
public class StopReplicationToReplicaResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The ARN of the secret, with its six random characters.</summary>
    public string? ARN { get; set; }
}
