namespace SecretsAudit.Worker.History;

/// <summary>How a run stands or ended.</summary>
internal enum RunStatus
{
    /// <summary>It is going on.</summary>
    Running,

    /// <summary>It ended and saw everything it was to see.</summary>
    Succeeded,

    /// <summary>It ended with gaps or unevaluated rules.</summary>
    Incomplete,

    /// <summary>It threw or took too long; there is no result.</summary>
    Failed,

    /// <summary>The worker stopped or died in the middle of it; there is no result.</summary>
    Interrupted,
}
