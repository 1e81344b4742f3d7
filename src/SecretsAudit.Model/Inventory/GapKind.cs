namespace SecretsAudit.Model;

/// <summary>Why a read did not succeed.</summary>
public enum GapKind
{
    /// <summary>The principal may not make the call.</summary>
    Denied,

    /// <summary>The service could not be reached.</summary>
    Unreachable,

    /// <summary>The service kept throttling after all retries.</summary>
    Throttled,

    /// <summary>The service or file answered with something that is not understood, or failed.</summary>
    Failed,

    /// <summary>A limit of ours was reached: pages, size, time.</summary>
    LimitReached,
}
