using System.Text.Json.Serialization;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Sets an aggregator up, or changes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationAggregator.html"/>
internal sealed class PutConfigurationAggregator()
    : Operation<PutConfigurationAggregator.Request, PutConfigurationAggregator.Response>(AwsService.Config, writes: true)
{
    private const int PerRegion = 50;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        CheckSources(request);
        var name = request.ConfigurationAggregatorName!;
        var present = (ConfigurationAggregator?)call.State.Find(ScopedRow.IdOf(RowKind.ConfigurationAggregator, call.Account, call.Region, name));
        if (present is null && call.Services.State.Shelf(RowKind.ConfigurationAggregator, call.Account, call.Region).Count >= PerRegion)
        {
            throw new ConfigLimitExceededException($"You have exceeded the limit of {PerRegion} configuration aggregators in a region.");
        }

        var aggregator = new ConfigurationAggregator
        {
            Account = call.Account,
            Region = call.Region,
            Name = name,
            AggregatorId = present?.AggregatorId ?? "config-aggregator-" + call.Identifiers.ArnSuffix().ToLowerInvariant(),
            Accounts = request.Accounts,
            Organization = request.OrganizationAggregationSource,
            Created = present?.Created ?? call.Now,
            Updated = call.Now,
            Tags = ConfigTags.Merge(present?.Tags ?? [], request.Tags),
        };
        call.Changes.Put(aggregator);
        return new() { ConfigurationAggregator = WireAggregator.Of(aggregator) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationAggregatorName, "configurationAggregatorName")
        .Length(request.ConfigurationAggregatorName, "configurationAggregatorName", 1, 256)
        .Pattern(request.ConfigurationAggregatorName, "configurationAggregatorName", name => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'), @"[\w\-]+")
        .Each(request.AccountAggregationSources, "accountAggregationSources", 0, 1, (source, place) => check
            .Required(source.AccountIds, place + ".accountIds").Strings(source.AccountIds, place + ".accountIds", 1, 200, 12, 12))
        .Required(request.OrganizationAggregationSource is { RoleArn: null } ? null : "", "organizationAggregationSource.roleArn")
        .Tags(request.Tags).ThrowIfBroken();

    private static void CheckSources(Request request)
    {
        var account = request.Accounts;
        var organization = request.OrganizationAggregationSource;
        if (account is not null && organization is not null)
        {
            throw new InvalidParameterValueException(
                "The configuration aggregator cannot be created because your request contains both the AccountAggregationSource and the OrganizationAggregationSource."
                + " Include only one aggregation source and try again.");
        }

        if (account is null && organization is null)
        {
            throw new InvalidParameterValueException(
                "The configuration aggregator cannot be created because your request is missing either the AccountAggregationSource or the OrganizationAggregationSource."
                + " Include the appropriate aggregation source and try again.");
        }

        var regions = account?.AwsRegions ?? organization?.AwsRegions;
        var all = account?.AllAwsRegions ?? organization?.AllAwsRegions ?? false;
        if (regions is not { Count: > 0 } && !all)
        {
            throw new InvalidParameterValueException("Your request does not specify any regions. Select AWS Config-supported regions and try again.");
        }

        if (regions is { Count: > 0 } && all)
        {
            throw new InvalidParameterValueException("You must choose one of these options: all regions (AllAwsRegions) or a list of regions (AwsRegions).");
        }
    }

    internal sealed record Request : IRequest<Response>
    {
        public string? ConfigurationAggregatorName { get; init; }

        public IReadOnlyList<AggregatedAccounts?>? AccountAggregationSources { get; init; }

        public AggregatedOrganization? OrganizationAggregationSource { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }

        [JsonIgnore]
        public AggregatedAccounts? Accounts => AccountAggregationSources is [var first, ..] ? first : null;
    }

    internal sealed record Response
    {
        public required WireAggregator ConfigurationAggregator { get; init; }
    }
}
