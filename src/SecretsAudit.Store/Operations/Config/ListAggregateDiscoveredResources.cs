using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The resources of one type in the accounts and regions that an aggregator sees, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ListAggregateDiscoveredResources.html"/>
internal sealed class ListAggregateDiscoveredResources()
    : Operation<ListAggregateDiscoveredResources.Request, ListAggregateDiscoveredResources.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var aggregator = call.RequireAggregator(request.ConfigurationAggregatorName!);
        var size = ConfigPage.Size(request.Limit, ConfigPage.Most);
        var filters = request.Filters ?? new();
        var (page, next) = ConfigPage.Of(
            call.SourcesOf(aggregator)
                .Where(source => (filters.AccountId ?? source.Account) == source.Account && (filters.Region ?? source.Region) == source.Region)
                .SelectMany(source => ConfigurationItems.Of(call.Services.State, source.Account, source.Region))
                .Where(resource => resource.Type == request.ResourceType && (filters.ResourceId ?? resource.Id) == resource.Id
                    && (filters.ResourceName is null || filters.ResourceName == resource.Name)),
            resource => resource.Id, request.NextToken, size);
        return new() { ResourceIdentifiers = [.. page.Select(WireAggregateResource.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationAggregatorName, "configurationAggregatorName")
        .Length(request.ConfigurationAggregatorName, "configurationAggregatorName", 1, 256)
        .Required(request.ResourceType, "resourceType").Length(request.ResourceType, "resourceType", 1, 196).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ConfigurationAggregatorName { get; init; }

        public string? ResourceType { get; init; }

        public ResourceFilters? Filters { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record ResourceFilters
    {
        public string? AccountId { get; init; }

        public string? ResourceId { get; init; }

        public string? ResourceName { get; init; }

        public string? Region { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireAggregateResource> ResourceIdentifiers { get; init; }

        public string? NextToken { get; init; }
    }
}
