namespace Amazon.SecretsManager.Model;

/// <summary>A region to replicate to.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html"/>
public class ReplicaRegionType
{
    /// <summary>The KMS key that protects it; absent for the account's own <c>aws/secretsmanager</c> key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The region's code, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; set; }
}
