using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>What a code scan brought, to be merged into an audit.</summary>
public sealed record CodeAudit
{
    /// <summary>The rules that looked at the code.</summary>
    public required IReadOnlyList<RuleDescriptor> Rules { get; init; }

    /// <summary>What they found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What was scanned.</summary>
    public required CodeSummary Summary { get; init; }

    /// <summary>Files that could not be scanned.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}
