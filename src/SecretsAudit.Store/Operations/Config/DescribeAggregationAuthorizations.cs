using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Who may collect what Config recorded here, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeAggregationAuthorizations.html"/>
internal sealed class DescribeAggregationAuthorizations()
    : Operation<DescribeAggregationAuthorizations.Request, DescribeAggregationAuthorizations.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var (page, next) = ConfigPage.Of(
            call.Services.State.Shelf(RowKind.AggregationAuthorization, call.Account, call.Region).Rows.Cast<AggregationAuthorization>(),
            authorization => authorization.Name, request.NextToken, ConfigPage.Size(request.Limit, ConfigPage.Most));
        return new() { AggregationAuthorizations = [.. page.Select(WireAuthorization.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check)
    {
        // Both members are free; a limit that is too high has an error of its own.
    }

    internal sealed record Request : IRequest<Response>
    {
        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireAuthorization> AggregationAuthorizations { get; init; }

        public string? NextToken { get; init; }
    }
}
