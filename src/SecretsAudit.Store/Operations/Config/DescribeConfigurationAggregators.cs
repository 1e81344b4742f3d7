using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The account's aggregators in the region, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationAggregators.html"/>
internal sealed class DescribeConfigurationAggregators()
    : Operation<DescribeConfigurationAggregators.Request, DescribeConfigurationAggregators.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var size = ConfigPage.Size(request.Limit, ConfigPage.Most);
        var all = call.Services.State.Shelf(RowKind.ConfigurationAggregator, call.Account, call.Region).Rows.Cast<ConfigurationAggregator>();
        if (request.ConfigurationAggregatorNames is { Count: > 0 } names)
        {
            all = all.Where(aggregator => names.Contains(aggregator.Name)).ToList();
            if (names.Any(name => all.All(aggregator => aggregator.Name != name)))
            {
                throw new NoSuchConfigurationAggregatorException(names.Count);
            }
        }

        var (page, next) = ConfigPage.Of(all, aggregator => aggregator.Name, request.NextToken, size);
        return new() { ConfigurationAggregators = [.. page.Select(WireAggregator.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.ConfigurationAggregatorNames, "configurationAggregatorNames", 0, 10, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigurationAggregatorNames { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireAggregator> ConfigurationAggregators { get; init; }

        public string? NextToken { get; init; }
    }
}
