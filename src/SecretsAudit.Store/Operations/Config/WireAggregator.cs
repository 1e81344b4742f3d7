using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>An aggregator as Config shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationAggregator.html"/>
internal sealed record WireAggregator
{
    public required string ConfigurationAggregatorName { get; init; }

    public required string ConfigurationAggregatorArn { get; init; }

    public IReadOnlyList<AggregatedAccounts>? AccountAggregationSources { get; init; }

    public AggregatedOrganization? OrganizationAggregationSource { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    public required DateTimeOffset LastUpdatedTime { get; init; }

    public static WireAggregator Of(ConfigurationAggregator aggregator) => new()
    {
        ConfigurationAggregatorName = aggregator.Name,
        ConfigurationAggregatorArn = aggregator.Arn,
        AccountAggregationSources = aggregator.Accounts is { } accounts ? [accounts with { AllAwsRegions = accounts.AllAwsRegions ?? false }] : null,
        OrganizationAggregationSource = aggregator.Organization is { } organization ? organization with { AllAwsRegions = organization.AllAwsRegions ?? false } : null,
        CreationTime = aggregator.Created,
        LastUpdatedTime = aggregator.Updated,
    };
}
