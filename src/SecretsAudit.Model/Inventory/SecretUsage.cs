namespace SecretsAudit.Model;

/// <summary>How a secret's value was used over a window of the audit trail.</summary>
public sealed record SecretUsage
{
    /// <summary>The start of the window looked at (UTC).</summary>
    public required DateTimeOffset WindowStart { get; init; }

    /// <summary>The end of the window looked at (UTC).</summary>
    public required DateTimeOffset WindowEnd { get; init; }

    /// <summary>Successful reads of the value in the window.</summary>
    public required long Reads { get; init; }

    /// <summary>Reads that were refused in the window.</summary>
    public required long DeniedReads { get; init; }

    /// <summary>Reads in the window that failed for another reason than a refusal: the secret waits for its deletion, or has no value.</summary>
    public long FailedReads { get; init; }

    /// <summary>The last attempt to read it in the window, refused and failed ones included; null when there was none.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>The principals (ARNs) that read it, at most 100; ordered by ARN.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>The last successful read in the window; null when there was none.</summary>
    public DateTimeOffset? LastRead { get; init; }
}
