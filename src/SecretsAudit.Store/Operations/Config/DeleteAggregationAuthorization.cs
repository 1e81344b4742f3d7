using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Takes an authorization back; one that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteAggregationAuthorization.html"/>
internal sealed class DeleteAggregationAuthorization() : Operation<DeleteAggregationAuthorization.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var name = AggregationAuthorization.NameOf(request.AuthorizedAccountId!, request.AuthorizedAwsRegion!);
        call.Changes.Delete(ScopedRow.IdOf(RowKind.AggregationAuthorization, call.Account, call.Region, name));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) =>
        WireAuthorization.Check(check, request.AuthorizedAccountId, request.AuthorizedAwsRegion).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? AuthorizedAccountId { get; init; }

        public string? AuthorizedAwsRegion { get; init; }
    }
}
