using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Lets another account's aggregators in one region collect what Config recorded here.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutAggregationAuthorization.html"/>
internal sealed class PutAggregationAuthorization()
    : Operation<PutAggregationAuthorization.Request, PutAggregationAuthorization.Response>(AwsService.Config, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var name = AggregationAuthorization.NameOf(request.AuthorizedAccountId!, request.AuthorizedAwsRegion!);
        var present = (AggregationAuthorization?)call.State.Find(ScopedRow.IdOf(RowKind.AggregationAuthorization, call.Account, call.Region, name));
        var authorization = new AggregationAuthorization
        {
            Account = call.Account,
            Region = call.Region,
            Name = name,
            AuthorizedAccount = request.AuthorizedAccountId!,
            AuthorizedRegion = request.AuthorizedAwsRegion!,
            Created = present?.Created ?? call.Now,
            Tags = ConfigTags.Merge(present?.Tags ?? [], request.Tags),
        };
        call.Changes.Put(authorization);
        return new() { AggregationAuthorization = WireAuthorization.Of(authorization) };
    }

    protected override void Check(Request request, Constraints check) =>
        WireAuthorization.Check(check, request.AuthorizedAccountId, request.AuthorizedAwsRegion).Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? AuthorizedAccountId { get; init; }

        public string? AuthorizedAwsRegion { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required WireAuthorization AggregationAuthorization { get; init; }
    }
}
