using System.Text.Json.Serialization;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A resource's type, id and name.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ResourceIdentifier.html"/>
internal sealed record WireResourceIdentifier
{
    [JsonPropertyName("resourceType")]
    public required string ResourceType { get; init; }

    [JsonPropertyName("resourceId")]
    public required string ResourceId { get; init; }

    [JsonPropertyName("resourceName")]
    public string? ResourceName { get; init; }

    public static WireResourceIdentifier Of(RecordedResource resource) => new() { ResourceType = resource.Type, ResourceId = resource.Id, ResourceName = resource.Name };
}

/// <summary>A resource's type and id, as requests name it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ResourceKey.html"/>
internal sealed record WireResourceKey
{
    [JsonPropertyName("resourceType")]
    public string? ResourceType { get; init; }

    [JsonPropertyName("resourceId")]
    public string? ResourceId { get; init; }
}
