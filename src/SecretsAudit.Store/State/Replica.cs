namespace SecretsAudit.Store.State;

/// <summary>One region that a primary secret is copied to, as the primary knows it.</summary>
internal sealed record Replica
{
    public required string Region { get; init; }

    public string? KmsKeyId { get; init; }

    /// <summary>InSync, Failed or InProgress.</summary>
    public required string Status { get; init; }

    public string? StatusMessage { get; init; }
}
