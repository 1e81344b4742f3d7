using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>
/// A CloudTrail trail as it was set up. All of an account's trails lie on one shelf, because a trail of every region shows in every region.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
internal sealed record TrailSettings : ScopedRow
{
    public required string HomeRegion { get; init; }

    public required string TrailName { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Bucket { get; init; }

    public string? KeyPrefix { get; init; }

    public bool IncludesGlobalServices { get; init; } = true;

    public bool IsMultiRegion { get; init; }

    public bool ValidatesFiles { get; init; }

    /// <summary>The ARN of the key that encrypts the log files; null for S3's own encryption.</summary>
    public string? KmsKeyArn { get; init; }

    public string? LogGroupArn { get; init; }

    public string? LogRoleArn { get; init; }

    public bool IsLogging { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Stopped { get; init; }

    /// <summary>The topic that is shown; nothing is sent to it.</summary>
    public string? TopicName { get; init; }

    /// <summary>Up to when what happened lies in delivered files; null before the first delivery.</summary>
    public DateTimeOffset? DeliveredUntil { get; init; }

    /// <summary>When a file was last delivered; null when none was.</summary>
    public DateTimeOffset? LatestDelivery { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? LatestDeliveryError { get; init; }

    public DateTimeOffset? LatestDeliveryAttempt { get; init; }

    /// <summary>When a digest was last delivered; null when none was.</summary>
    public DateTimeOffset? LatestDigest { get; init; }

    /// <summary>The log files that no digest names yet; none unless the trail validates its files.</summary>
    public ImmutableArray<DeliveredLog> Undigested { get; init; } = [];

    /// <summary>The last digest of each region.</summary>
    public ImmutableSortedDictionary<string, TrailDigestLink> Digests { get; init; } = ImmutableSortedDictionary<string, TrailDigestLink>.Empty;

    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Null before anybody chose: every management event, and no data event.</summary>
    public ImmutableArray<TrailEventSelector>? EventSelectors { get; init; }

    public ImmutableArray<TrailAdvancedSelector>? AdvancedSelectors { get; init; }

    public ImmutableArray<string> Insights { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.Trail;

    [JsonIgnore]
    public string Arn => ArnOf(HomeRegion, Account, TrailName);

    [JsonIgnore]
    public string? TopicArn => TopicName is not { } topic ? null
        : topic.StartsWith("arn:", StringComparison.Ordinal) ? topic
        : $"arn:{SecretsAudit.Store.State.Arn.Partition(HomeRegion)}:sns:{HomeRegion}:{Account}:{topic}";

    public static string ArnOf(string region, string account, string name) => $"arn:{SecretsAudit.Store.State.Arn.Partition(region)}:cloudtrail:{region}:{account}:trail/{name}";

    /// <summary>A trail's name on the account's shelf.</summary>
    public static string NameOf(string homeRegion, string name) => $"{homeRegion}/{name}";
}

/// <summary>Which events a trail records.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"/>
internal sealed record TrailEventSelector
{
    public string? ReadWriteType { get; init; }

    public bool? IncludeManagementEvents { get; init; }

    public IReadOnlyList<TrailDataResource>? DataResources { get; init; }

    public IReadOnlyList<string>? ExcludeManagementEventSources { get; init; }
}

/// <summary>Data events of one kind of resource.</summary>
internal sealed record TrailDataResource(string? Type, IReadOnlyList<string>? Values);

/// <summary>Which events a trail records, by their fields.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html"/>
internal sealed record TrailAdvancedSelector
{
    public string? Name { get; init; }

    public IReadOnlyList<TrailFieldSelector>? FieldSelectors { get; init; }
}

/// <summary>A condition on one field.</summary>
internal sealed record TrailFieldSelector
{
    public string? Field { get; init; }

    [JsonPropertyName("Equals")]
    public IReadOnlyList<string>? Equal { get; init; }

    public IReadOnlyList<string>? StartsWith { get; init; }

    public IReadOnlyList<string>? EndsWith { get; init; }

    public IReadOnlyList<string>? NotEquals { get; init; }

    public IReadOnlyList<string>? NotStartsWith { get; init; }

    public IReadOnlyList<string>? NotEndsWith { get; init; }
}
