using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>The configuration recorder of an account and region, as somebody set it up.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html"/>
internal sealed record ConfigurationRecorder : ScopedRow, ITaggedRow
{
    public required string RecorderId { get; init; }

    public string? RoleArn { get; init; }

    public required RecordingGroup Group { get; init; }

    /// <summary>CONTINUOUS or DAILY.</summary>
    public required string Frequency { get; init; }

    public bool IsRecording { get; init; }

    /// <summary>When it was last started; null before the first start.</summary>
    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Stopped { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.ConfigurationRecorder;

    [JsonIgnore]
    public string Arn => $"arn:{SecretsAudit.Store.State.Arn.Partition(Region)}:config:{Region}:{Account}:configuration-recorder/{Name}/{RecorderId}";

    public Row WithTags(ImmutableArray<Tag> tags) => this with { Tags = tags };
}

/// <summary>Which types of resources a recorder records.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html"/>
internal sealed record RecordingGroup
{
    [JsonPropertyName("allSupported")]
    public bool AllSupported { get; init; }

    [JsonPropertyName("includeGlobalResourceTypes")]
    public bool IncludeGlobalResourceTypes { get; init; }

    [JsonPropertyName("resourceTypes")]
    public IReadOnlyList<string>? ResourceTypes { get; init; }

    [JsonPropertyName("exclusionByResourceTypes")]
    public RecordingExclusion? ExclusionByResourceTypes { get; init; }

    [JsonPropertyName("recordingStrategy")]
    public RecordingStrategy? RecordingStrategy { get; init; }
}

/// <summary>The types that are left out.</summary>
internal sealed record RecordingExclusion
{
    [JsonPropertyName("resourceTypes")]
    public IReadOnlyList<string>? ResourceTypes { get; init; }
}

/// <summary>Which part of the recording group counts.</summary>
internal sealed record RecordingStrategy
{
    [JsonPropertyName("useOnly")]
    public string? UseOnly { get; init; }
}
