namespace Amazon.SecretsManager.Model;

/// <summary>One replica and how it stands.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html"/>
public class ReplicationStatusType
{
    /// <summary>The KMS key that protects it; absent for the account's own <c>aws/secretsmanager</c> key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The day the value was last read (UTC, whole days); absent when it never was.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>The region's code, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>How the replica stands.</summary>
    public StatusType? Status { get; set; }

    /// <summary>Why the replica stands so.</summary>
    public string? StatusMessage { get; set; }
}
