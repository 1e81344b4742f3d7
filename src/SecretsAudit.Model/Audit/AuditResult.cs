using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>One finished audit: what every report, the history and the dashboard render. Nobody recomputes anything from it.</summary>
public sealed record AuditResult
{
    /// <summary>Identifies the run.</summary>
    public required string RunId { get; init; }

    /// <summary>The version of SecretsAudit that judged.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The moment it judged at (UTC); ages are counted to here.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When the run started (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Where the inventory came from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The accounts and regions that were to be covered.</summary>
    public IReadOnlyList<ScopeCoverage> Scopes { get; init; } = [];

    /// <summary>The rules that judged, in id order.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; init; } = [];

    /// <summary>How each rule came out, in id order.</summary>
    public IReadOnlyList<RuleTally> Tallies { get; init; } = [];

    /// <summary>The findings, worst first, then by rule and subject.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What could not be judged.</summary>
    public IReadOnlyList<UnevaluatedRule> NotEvaluated { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What the inventory holds; null when no inventory was read.</summary>
    public InventorySummary? Inventory { get; init; }

    /// <summary>What the code scan covered; null when none ran.</summary>
    public CodeSummary? Code { get; init; }

    /// <summary>How the frameworks' controls came out, in the frameworks' order; null when no framework is at hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FrameworkCoverage>? Frameworks { get; init; }

    /// <summary>Findings of the baseline that are gone from what was looked at; null when there was no baseline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FixedFinding>? Fixed { get; init; }

    /// <summary>What the secrets cost and what could be saved; null when no cost was computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CostSummary? Cost { get; init; }

    /// <summary>False when anything could not be read or judged: the audit is incomplete and says nothing of what it did not see.</summary>
    public bool IsComplete => Gaps.Count == 0 && NotEvaluated.Count == 0;
}
