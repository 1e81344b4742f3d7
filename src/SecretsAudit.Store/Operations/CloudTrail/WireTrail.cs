using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>A trail's settings as CreateTrail and UpdateTrail answer.</summary>
internal record TrailAnswer
{
    public required string Name { get; init; }

    public required string S3BucketName { get; init; }

    public string? S3KeyPrefix { get; init; }

    public string? SnsTopicName { get; init; }

    [JsonPropertyName("SnsTopicARN")]
    public string? SnsTopicArn { get; init; }

    public required bool IncludeGlobalServiceEvents { get; init; }

    public required bool IsMultiRegionTrail { get; init; }

    [JsonPropertyName("TrailARN")]
    public required string TrailArn { get; init; }

    public required bool LogFileValidationEnabled { get; init; }

    public string? CloudWatchLogsLogGroupArn { get; init; }

    public string? CloudWatchLogsRoleArn { get; init; }

    public string? KmsKeyId { get; init; }

    public bool IsOrganizationTrail { get; init; }

    public static TrailAnswer Of(TrailSettings trail) => new()
    {
        Name = trail.TrailName,
        S3BucketName = trail.Bucket,
        S3KeyPrefix = trail.KeyPrefix,
        SnsTopicName = trail.TopicName,
        SnsTopicArn = trail.TopicArn,
        IncludeGlobalServiceEvents = trail.IncludesGlobalServices,
        IsMultiRegionTrail = trail.IsMultiRegion,
        TrailArn = trail.Arn,
        LogFileValidationEnabled = trail.ValidatesFiles,
        CloudWatchLogsLogGroupArn = trail.LogGroupArn,
        CloudWatchLogsRoleArn = trail.LogRoleArn,
        KmsKeyId = trail.KmsKeyArn,
    };
}

/// <summary>A trail as GetTrail and DescribeTrails show it.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
internal sealed record WireTrail : TrailAnswer
{
    public required string HomeRegion { get; init; }

    public required bool HasCustomEventSelectors { get; init; }

    public required bool HasInsightSelectors { get; init; }

    public static new WireTrail Of(TrailSettings trail) => new()
    {
        Name = trail.TrailName,
        S3BucketName = trail.Bucket,
        S3KeyPrefix = trail.KeyPrefix,
        SnsTopicName = trail.TopicName,
        SnsTopicArn = trail.TopicArn,
        IncludeGlobalServiceEvents = trail.IncludesGlobalServices,
        IsMultiRegionTrail = trail.IsMultiRegion,
        HomeRegion = trail.HomeRegion,
        TrailArn = trail.Arn,
        LogFileValidationEnabled = trail.ValidatesFiles,
        CloudWatchLogsLogGroupArn = trail.LogGroupArn,
        CloudWatchLogsRoleArn = trail.LogRoleArn,
        KmsKeyId = trail.KmsKeyArn,
        HasCustomEventSelectors = trail.EventSelectors is not null || trail.AdvancedSelectors is not null,
        HasInsightSelectors = trail.Insights.Length > 0,
    };
}
