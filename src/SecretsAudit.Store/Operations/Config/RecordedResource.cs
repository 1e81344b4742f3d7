using System.Globalization;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A resource as Config records it; never a value.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html"/>
internal sealed record RecordedResource
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Arn { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary>Null for a resource that only its configuration was told of.</summary>
    public DateTimeOffset? Created { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public required JsonObject Configuration { get; init; }

    /// <summary>The resource as SelectResourceConfig sees it.</summary>
    public JsonObject ToJson() => new()
    {
        ["resourceType"] = Type,
        ["resourceId"] = Id,
        ["resourceName"] = Name,
        ["arn"] = Arn,
        ["accountId"] = Account,
        ["awsRegion"] = Region,
        ["resourceCreationTime"] = Created?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["tags"] = new JsonArray([.. Tags.Select(tag => (JsonNode)new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        ["configuration"] = Configuration,
    };
}
