using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How many resources of each type Config knows, the most first.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetDiscoveredResourceCounts.html"/>
internal sealed class GetDiscoveredResourceCounts()
    : Operation<GetDiscoveredResourceCounts.Request, GetDiscoveredResourceCounts.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var size = ConfigPage.Size(request.Limit, ConfigPage.Most);
        var counts = ConfigurationItems.Of(call.Services.State, call.Account, call.Region)
            .Where(resource => request.ResourceTypes is not { Count: > 0 } types || types.Contains(resource.Type))
            .CountBy(resource => resource.Type)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var (page, next) = ConfigPage.Of(counts, pair => pair.Key, request.NextToken, size);
        return new()
        {
            TotalDiscoveredResources = counts.Sum(pair => pair.Value),
            ResourceCounts = [.. page.Select(pair => new ResourceCount(pair.Key, pair.Value))],
            NextToken = next,
        };
    }

    protected override void Check(Request request, Constraints check) => check.Strings(request.ResourceTypes, "resourceTypes", 0, 20, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("resourceTypes")]
        public IReadOnlyList<string?>? ResourceTypes { get; init; }

        [JsonPropertyName("limit")]
        public int? Limit { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("totalDiscoveredResources")]
        public required long TotalDiscoveredResources { get; init; }

        [JsonPropertyName("resourceCounts")]
        public required IReadOnlyList<ResourceCount> ResourceCounts { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }

    internal sealed record ResourceCount(
        [property: JsonPropertyName("resourceType")] string ResourceType, [property: JsonPropertyName("count")] long Count);
}
