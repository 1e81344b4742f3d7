using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A Config rule that somebody set up.</summary>
internal sealed record ConfigRule : ScopedRow, ITaggedRow
{
    public required string RuleId { get; init; }

    public string? Description { get; init; }

    /// <summary>AWS, CUSTOM_LAMBDA or CUSTOM_POLICY.</summary>
    public required string Owner { get; init; }

    public required string SourceIdentifier { get; init; }

    /// <summary>A JSON object of texts; null without parameters.</summary>
    public string? InputParameters { get; init; }

    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    public string? MaximumExecutionFrequency { get; init; }

    /// <summary>The one resource that the rule is about; null for every resource of the types.</summary>
    public string? ResourceId { get; init; }

    public string? TagKey { get; init; }

    public string? TagValue { get; init; }

    public ImmutableArray<ConfigRuleTrigger> Triggers { get; init; } = [];

    /// <summary>The conformance pack that set it up; null for a rule that was put by itself.</summary>
    public string? PackName { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.ConfigRule;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:config-rule/{RuleId}";

    public Row WithTags(ImmutableArray<Tag> tags) => this with { Tags = tags };
}

/// <summary>What makes a custom rule judge.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_SourceDetail.html"/>
internal sealed record ConfigRuleTrigger
{
    public string? EventSource { get; init; }

    public string? MaximumExecutionFrequency { get; init; }

    public string? MessageType { get; init; }
}

/// <summary>What somebody outside said about one resource under a custom rule.</summary>
internal sealed record ConfigEvaluation : ScopedRow
{
    public required string RuleName { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required string ComplianceType { get; init; }

    public string? Annotation { get; init; }

    public required DateTimeOffset OrderingTimestamp { get; init; }

    public required DateTimeOffset Recorded { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.ConfigEvaluation;

    public static string NameOf(string rule, string type, string id) => $"{rule}\n{type}\n{id}";
}
