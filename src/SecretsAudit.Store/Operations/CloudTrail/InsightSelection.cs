using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Which kinds of unusual activity a trail looks for, as PutInsightSelectors and GetInsightSelectors answer.</summary>
internal sealed record InsightSelection
{
    [JsonPropertyName("TrailARN")]
    public required string TrailArn { get; init; }

    public required IReadOnlyList<InsightSelector> InsightSelectors { get; init; }

    public static InsightSelection Of(TrailSettings trail) => new()
    {
        TrailArn = trail.Arn,
        InsightSelectors = [.. trail.Insights.Select(type => new InsightSelector { InsightType = type })],
    };
}

/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_InsightSelector.html"/>
internal sealed record InsightSelector
{
    public string? InsightType { get; init; }
}
