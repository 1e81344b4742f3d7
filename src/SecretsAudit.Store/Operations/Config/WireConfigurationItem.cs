using System.Globalization;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A configuration item: a resource as it is now, or as a recorder once wrote it down.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html"/>
internal sealed record WireConfigurationItem
{
    [JsonPropertyName("version")]
    public string Version { get; } = "1.3";

    [JsonPropertyName("accountId")]
    public required string AccountId { get; init; }

    [JsonPropertyName("configurationItemCaptureTime")]
    public required DateTimeOffset ConfigurationItemCaptureTime { get; init; }

    [JsonPropertyName("configurationItemStatus")]
    public string ConfigurationItemStatus { get; init; } = "OK";

    [JsonPropertyName("configurationStateId")]
    public required string ConfigurationStateId { get; init; }

    [JsonPropertyName("arn")]
    public string? Arn { get; init; }

    [JsonPropertyName("resourceType")]
    public required string ResourceType { get; init; }

    [JsonPropertyName("resourceId")]
    public required string ResourceId { get; init; }

    [JsonPropertyName("resourceName")]
    public string? ResourceName { get; init; }

    [JsonPropertyName("awsRegion")]
    public required string AwsRegion { get; init; }

    [JsonPropertyName("availabilityZone")]
    public string AvailabilityZone { get; } = "Regional";

    [JsonPropertyName("resourceCreationTime")]
    public DateTimeOffset? ResourceCreationTime { get; init; }

    /// <summary>Left out in batches.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>A JSON text.</summary>
    [JsonPropertyName("configuration")]
    public required string Configuration { get; init; }

    [JsonPropertyName("supplementaryConfiguration")]
    public IReadOnlyDictionary<string, string> SupplementaryConfiguration { get; } = new Dictionary<string, string>();

    public static WireConfigurationItem Of(RecordedItem item) => new()
    {
        AccountId = item.Account,
        ConfigurationItemCaptureTime = item.Captured,
        ConfigurationItemStatus = item.Status,
        ConfigurationStateId = StateId(item.Captured),
        Arn = item.Arn,
        ResourceType = item.ResourceType,
        ResourceId = item.ResourceId,
        ResourceName = item.ResourceName,
        AwsRegion = item.Region,
        ResourceCreationTime = item.Created,
        Tags = item.Tags.ToDictionary(tag => tag.Key, tag => tag.Value),
        Configuration = item.Configuration,
    };

    public static WireConfigurationItem Of(RecordedResource resource, Call call, bool withTags)
    {
        var captured = resource.Created ?? call.Now;
        return new()
        {
            AccountId = resource.Account,
            ConfigurationItemCaptureTime = captured,
            ConfigurationStateId = StateId(captured),
            Arn = resource.Arn,
            ResourceType = resource.Type,
            ResourceId = resource.Id,
            ResourceName = resource.Name,
            AwsRegion = resource.Region,
            ResourceCreationTime = resource.Created,
            Tags = withTags ? resource.Tags.ToDictionary(tag => tag.Key, tag => tag.Value) : null,
            Configuration = resource.Configuration.ToJsonString(),
        };
    }

    private static string StateId(DateTimeOffset captured) => captured.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
