using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>What a rule says of itself, as reports show it.</summary>
public sealed record RuleDescriptor
{
    /// <summary>The id, <c>SAUD1003</c>. Never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The name in kebab case: the defect, so that "waive rotation-overdue" reads well.</summary>
    public required string Name { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters, one or more sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Its default severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The folder it belongs to: <c>rotation</c>, <c>encryption</c>, <c>access</c>, <c>usage</c>, <c>cost</c>, <c>code</c>, <c>audit</c> …</summary>
    public required string Category { get; init; }

    /// <summary>How to fix what it finds, as Markdown.</summary>
    public required string Remediation { get; init; }

    /// <summary>The controls it gives evidence for: framework id to control ids, <c>aws-fsbp → [SecretsManager.2]</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Controls { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What other auditors call the same check: <c>prowler:secretsmanager_secret_unused</c>, <c>securityhub:SecretsManager.3</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Peers { get; init; }

    /// <summary>The rule's former ids and names, under which old waivers and settings still find it; null when it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Set for a rule that is kept only so that old waivers resolve.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleDeprecation? Deprecated { get; init; }

    /// <summary>A page about the rule; null when it has none.</summary>
    public Uri? HelpUri { get; init; }

    /// <summary>How precise the rule is.</summary>
    public Confidence Precision { get; init; } = Confidence.High;
}
