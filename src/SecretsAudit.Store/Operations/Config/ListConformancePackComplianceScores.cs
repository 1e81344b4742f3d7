using System.Globalization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The share of compliant pairs of a rule and a resource in each conformance pack, in percent.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ListConformancePackComplianceScores.html"/>
internal sealed class ListConformancePackComplianceScores()
    : Operation<ListConformancePackComplianceScores.Request, ListConformancePackComplianceScores.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var scores = call.ConformancePacksNamed(request.Filters?.ConformancePackNames)
            .Select(pack => new PackScore { ConformancePackName = pack.Name, Score = ConformancePacks.Score(call, pack), LastUpdatedTime = call.Now });
        if (request.SortBy is not null)
        {
            scores = request.SortOrder == "DESCENDING" ? scores.OrderByDescending(Order) : scores.OrderBy(Order);
        }

        var (page, next) = ConfigPage.Of(scores, score => score.ConformancePackName, request.NextToken, ConfigPage.Size(request.Limit, 20, 20));
        return new() { ConformancePackComplianceScores = page, NextToken = next };
    }

    // A pack without data comes before the others.
    private static decimal Order(PackScore score) => decimal.TryParse(score.Score, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : -1;

    protected override void Check(Request request, Constraints check) => check.OneOf(request.SortOrder, "sortOrder", "ASCENDING", "DESCENDING").OneOf(request.SortBy, "sortBy", "SCORE")
        .Strings(request.Filters?.ConformancePackNames, "filters.conformancePackNames", 1, 25, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public ScoreFilters? Filters { get; init; }

        public string? SortOrder { get; init; }

        public string? SortBy { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<PackScore> ConformancePackComplianceScores { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record ScoreFilters
    {
        public IReadOnlyList<string?>? ConformancePackNames { get; init; }
    }

    internal sealed record PackScore
    {
        public required string ConformancePackName { get; init; }

        /// <summary>A number from 0 to 100 with up to two decimals, or INSUFFICIENT_DATA.</summary>
        public required string Score { get; init; }

        public required DateTimeOffset LastUpdatedTime { get; init; }
    }
}
