using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Which events a trail records, as PutEventSelectors and GetEventSelectors answer.</summary>
internal sealed record EventSelection
{
    [JsonPropertyName("TrailARN")]
    public required string TrailArn { get; init; }

    public IReadOnlyList<TrailEventSelector>? EventSelectors { get; init; }

    public IReadOnlyList<TrailAdvancedSelector>? AdvancedEventSelectors { get; init; }

    /// <summary>A trail whose selectors nobody chose records every management event and no data event.</summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html"/>
    public static EventSelection Of(TrailSettings trail) => new()
    {
        TrailArn = trail.Arn,
        AdvancedEventSelectors = trail.AdvancedSelectors,
        EventSelectors = trail.AdvancedSelectors is not null ? null
            : trail.EventSelectors is { } chosen ? chosen
            : [new() { ReadWriteType = "All", IncludeManagementEvents = true, DataResources = [], ExcludeManagementEventSources = [] }],
    };
}
