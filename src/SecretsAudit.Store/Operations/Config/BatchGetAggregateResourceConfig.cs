using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The present configuration of up to a hundred resources that an aggregator sees; those it does not are handed back.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_BatchGetAggregateResourceConfig.html"/>
internal sealed class BatchGetAggregateResourceConfig()
    : Operation<BatchGetAggregateResourceConfig.Request, BatchGetAggregateResourceConfig.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var sources = call.SourcesOf(call.RequireAggregator(request.ConfigurationAggregatorName!)).ToHashSet();
        var answers = request.ResourceIdentifiers!.Select(asked => (Asked: asked!, Found: !sources.Contains((asked!.SourceAccountId!, asked.SourceRegion!)) ? null
            : ConfigurationItems.Of(call.Services.State, asked.SourceAccountId!, asked.SourceRegion!).FirstOrDefault(resource =>
                resource.Type == asked.ResourceType && resource.Id == asked.ResourceId && (asked.ResourceName is null || asked.ResourceName == resource.Name)))).ToList();
        return new()
        {
            BaseConfigurationItems = [.. answers.Select(answer => answer.Found).OfType<RecordedResource>().Select(found => WireConfigurationItem.Of(found, call, withTags: false))],
            UnprocessedResourceIdentifiers = [.. answers.Where(answer => answer.Found is null).Select(answer => answer.Asked)],
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationAggregatorName, "configurationAggregatorName")
        .Length(request.ConfigurationAggregatorName, "configurationAggregatorName", 1, 256)
        .Required(request.ResourceIdentifiers, "resourceIdentifiers").Each(request.ResourceIdentifiers, "resourceIdentifiers", 1, 100, (resource, place) => check
            .Required(resource.SourceAccountId, place + ".sourceAccountId").Required(resource.SourceRegion, place + ".sourceRegion")
            .Required(resource.ResourceId, place + ".resourceId").Required(resource.ResourceType, place + ".resourceType")).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ConfigurationAggregatorName { get; init; }

        public IReadOnlyList<WireAggregateResource?>? ResourceIdentifiers { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireConfigurationItem> BaseConfigurationItems { get; init; }

        public required IReadOnlyList<WireAggregateResource> UnprocessedResourceIdentifiers { get; init; }
    }
}
