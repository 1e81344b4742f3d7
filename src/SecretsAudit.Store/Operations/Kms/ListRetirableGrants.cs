using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The grants of the account and region that a principal may retire, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html"/>
internal sealed class ListRetirableGrants() : Operation<ListRetirableGrants.Request, GrantPage>(AwsService.Kms, writes: false)
{
    public override GrantPage Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var grants = Grants.Stored(call, call.Account, call.Region).Where(grant => grant.RetiringPrincipal == request.RetiringPrincipal);
        return GrantPage.Of(KmsPage.Take(grants, grant => grant.Name, $"retirable {request.RetiringPrincipal}", request.Marker, request.Limit ?? 50));
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RetiringPrincipal, "retiringPrincipal").Length(request.RetiringPrincipal, "retiringPrincipal", 1, 256)
        .Paging(request.Limit, request.Marker)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<GrantPage>
    {
        public int? Limit { get; init; }

        public string? Marker { get; init; }

        public string? RetiringPrincipal { get; init; }
    }
}
