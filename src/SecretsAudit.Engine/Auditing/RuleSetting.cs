using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>What a user sets for one rule.</summary>
public sealed record RuleSetting
{
    /// <summary>Switches the rule on or off; null keeps the rule's own choice.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Replaces the rule's severity; null keeps it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>How long a new resource is spared; null keeps the rule's own choice.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>Parameters by name, as text: <c>grace → 48h</c>; a list with commas.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Other settings for some resources, which add to these; of several that match a resource the last one counts.</summary>
    public IReadOnlyList<RuleOverride> Overrides { get; init; } = [];
}
