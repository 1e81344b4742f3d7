using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A delivery channel as Config shows and takes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html"/>
internal sealed record WireDeliveryChannel
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("s3BucketName")]
    public string? S3BucketName { get; init; }

    [JsonPropertyName("s3KeyPrefix")]
    public string? S3KeyPrefix { get; init; }

    [JsonPropertyName("s3KmsKeyArn")]
    public string? S3KmsKeyArn { get; init; }

    [JsonPropertyName("snsTopicARN")]
    public string? SnsTopicArn { get; init; }

    [JsonPropertyName("configSnapshotDeliveryProperties")]
    public SnapshotDelivery? ConfigSnapshotDeliveryProperties { get; init; }

    public static WireDeliveryChannel Of(DeliveryChannel channel) => new()
    {
        Name = channel.Name,
        S3BucketName = channel.Bucket,
        S3KeyPrefix = channel.KeyPrefix,
        S3KmsKeyArn = channel.KmsKeyArn,
        SnsTopicArn = channel.TopicArn,
        ConfigSnapshotDeliveryProperties = channel.Frequency is null ? null : new() { DeliveryFrequency = channel.Frequency },
    };
}

/// <summary>How often snapshots would be sent.</summary>
internal sealed record SnapshotDelivery
{
    [JsonPropertyName("deliveryFrequency")]
    public string? DeliveryFrequency { get; init; }
}
