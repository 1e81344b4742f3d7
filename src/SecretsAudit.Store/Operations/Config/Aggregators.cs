using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Aggregators, and which accounts and regions of the store they see.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"/>
internal static class Aggregators
{
    extension(Call call)
    {
        /// <exception cref="NoSuchConfigurationAggregatorException">There is none of that name.</exception>
        public ConfigurationAggregator RequireAggregator(string name) =>
            (ConfigurationAggregator?)call.State.Find(ScopedRow.IdOf(RowKind.ConfigurationAggregator, call.Account, call.Region, name))
            ?? throw new NoSuchConfigurationAggregatorException(1);

        /// <summary>
        /// The accounts and regions that an aggregator sees: those it names, as far as they are its own account's or have authorized it. The store
        /// has no organisations, so an organisation's aggregator sees its own account.
        /// </summary>
        public IEnumerable<(string Account, string Region)> SourcesOf(ConfigurationAggregator aggregator)
        {
            var regions = aggregator.Accounts?.AwsRegions ?? aggregator.Organization?.AwsRegions;
            var all = aggregator.Accounts?.AllAwsRegions ?? aggregator.Organization?.AllAwsRegions ?? false;
            return call.Services.State.Places
                .Where(place => (aggregator.Accounts is null ? place.Account == aggregator.Account : aggregator.Accounts.AccountIds!.Contains(place.Account))
                    && (all || regions?.Contains(place.Name) is true) && call.HasAuthorized(place.Account, place.Name, aggregator))
                .Select(place => (place.Account, place.Name)).Order();
        }

        private bool HasAuthorized(string account, string region, ConfigurationAggregator aggregator) => account == aggregator.Account
            || call.Services.State.Shelf(RowKind.AggregationAuthorization, account, region).Find(AggregationAuthorization.NameOf(aggregator.Account, aggregator.Region)) is not null;
    }
}
