namespace SecretsAudit.Store.Operations.Config;

/// <summary>A resource of an account and region that an aggregator sees.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_AggregateResourceIdentifier.html"/>
internal sealed record WireAggregateResource
{
    public string? SourceAccountId { get; init; }

    public string? SourceRegion { get; init; }

    public string? ResourceId { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceName { get; init; }

    public static WireAggregateResource Of(RecordedResource resource) => new()
    {
        SourceAccountId = resource.Account,
        SourceRegion = resource.Region,
        ResourceId = resource.Id,
        ResourceType = resource.Type,
        ResourceName = resource.Name,
    };
}
