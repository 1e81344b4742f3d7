using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The resources of one type that Config knows, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ListDiscoveredResources.html"/>
internal sealed class ListDiscoveredResources() : Operation<ListDiscoveredResources.Request, ListDiscoveredResources.Response>(AwsService.Config, writes: false)
{
    private const int MostIds = 20;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var size = ConfigPage.Size(request.Limit, ConfigPage.Most);
        if (request is { ResourceIds.Count: > 0, ResourceName: not null })
        {
            throw new ValidationException("Both Resource ID and Resource Name cannot be specified in the request");
        }

        if (request.ResourceIds is { Count: > MostIds })
        {
            throw new ValidationException("The specified list had more than 20 resource ID's. It must have '20' or less items");
        }

        var (page, next) = ConfigPage.Of(
            ConfigurationItems.Of(call.Services.State, call.Account, call.Region).Where(resource => resource.Type == request.ResourceType
                && (request.ResourceIds is not { Count: > 0 } ids || ids.Contains(resource.Id))
                && (request.ResourceName is not { } name || resource.Name == name)),
            resource => resource.Id, request.NextToken, size);
        return new() { ResourceIdentifiers = [.. page.Select(WireResourceIdentifier.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Length(request.ResourceType, "resourceType", 1, 196).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("resourceType")]
        public string? ResourceType { get; init; }

        [JsonPropertyName("resourceIds")]
        public IReadOnlyList<string?>? ResourceIds { get; init; }

        [JsonPropertyName("resourceName")]
        public string? ResourceName { get; init; }

        [JsonPropertyName("limit")]
        public int? Limit { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("resourceIdentifiers")]
        public required IReadOnlyList<WireResourceIdentifier> ResourceIdentifiers { get; init; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; init; }
    }
}
