using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>The account's parameters in the region without their values, filtered, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html"/>
internal sealed class DescribeParameters() : Operation<DescribeParameters.Request, DescribeParameters.Response>(AwsService.Ssm, writes: false)
{
    private static readonly string[] FilterKeys = ["Path", "Name", "Type", "KeyId", "Tier", "DataType"];

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request is { Filters.Count: > 0, ParameterFilters.Count: > 0 })
        {
            throw new ValidationException("You can use either Filters or ParameterFilters in a single request.");
        }

        var filters = request.ParameterFilters ?? [];
        ParameterFilter.Require(filters, FilterKeys, tags: true);

        // The older Filters match beginnings.
        var older = (request.Filters ?? []).Select(filter => filter! with { Option = "BeginsWith" }).ToList();
        var (items, next) = ParameterPage.Take(
            call,
            parameter => filters.All(filter => filter!.Matches(parameter)) && older.TrueForAll(filter => filter.Matches(parameter)),
            $"describe {ParameterPage.Fingerprint(filters)} {ParameterPage.Fingerprint(older)}",
            request.NextToken,
            request.MaxResults ?? 10);
        return new() { Parameters = [.. items.Select(ParameterMetadata.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => ParameterFilter.Check(check, request.ParameterFilters)
        .Range(request.MaxResults, "maxResults", 1, 50)
        .Each(request.Filters, "filters", 0, 100, (filter, place) => check
            .Required(filter.Key, place + ".key").OneOf(filter.Key, place + ".key", "Name", "Type", "KeyId")
            .Required(filter.Values, place + ".values").Strings(filter.Values, place + ".values", 1, 50, 1, 1024))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<ParameterFilter?>? Filters { get; init; }

        public IReadOnlyList<ParameterFilter?>? ParameterFilters { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }

        public bool? Shared { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ParameterMetadata> Parameters { get; init; }

        public string? NextToken { get; init; }
    }
}
