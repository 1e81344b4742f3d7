namespace SecretsAudit.Store.Operations.Kms;

/// <summary>What an operation wants to do with a key, for the key's policy, its grants, its state and its usage.</summary>
internal sealed record KeyUse
{
    /// <summary>The operation as grants and messages name it.</summary>
    public required string Operation { get; init; }

    /// <summary>The IAM action; by default the operation's own.</summary>
    public string? Permission { get; init; }

    /// <summary>The KeyUsage that the operation needs; null when it works with any.</summary>
    public string? Usage { get; init; }

    public IReadOnlyDictionary<string, string>? Context { get; init; }

    public IReadOnlyList<string?>? GrantTokens { get; init; }

    public bool? DryRun { get; init; }
}
