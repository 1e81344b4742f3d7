using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>What a scan found.</summary>
public sealed record CodeScanResult
{
    /// <summary>The findings, by path and place.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Files that could not be scanned.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>What was scanned.</summary>
    public required CodeSummary Summary { get; init; }
}
