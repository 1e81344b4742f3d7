namespace SecretsAudit.Model;

/// <summary>A replica of a secret in another region, as its primary reports it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html"/>
public sealed record Replica
{
    /// <summary>The replica's region.</summary>
    public required string Region { get; init; }

    /// <summary><c>InSync</c>, <c>InProgress</c> or <c>Failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>AWS's words on the status; null when it gives none.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The replica's key; null for the AWS-managed one.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The day its value was last read in that region; null when it never was.</summary>
    public DateTimeOffset? LastAccessed { get; init; }
}
