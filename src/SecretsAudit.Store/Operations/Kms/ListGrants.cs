using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key's grants, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html"/>
internal sealed class ListGrants() : Operation<ListGrants.Request, GrantPage>(AwsService.Kms, writes: false)
{
    public override GrantPage Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        key.RequireNotPendingDeletion();
        var grants = Grants.On(call, key)
            .Where(grant => request.GrantId is null || grant.GrantId == request.GrantId)
            .Where(grant => request.GranteePrincipal is null || grant.GranteePrincipal == request.GranteePrincipal)
            .OrderBy(grant => grant.Name, StringComparer.Ordinal);
        return GrantPage.Of(KmsPage.Take(grants, grant => grant.Name, $"grants {key.KeyId} {request.GranteePrincipal}", request.Marker, request.Limit ?? 50));
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Paging(request.Limit, request.Marker).Length(request.GrantId, "grantId", 1, 128)
        .Length(request.GranteePrincipal, "granteePrincipal", 1, 256)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<GrantPage>
    {
        public int? Limit { get; init; }

        public string? Marker { get; init; }

        public string? KeyId { get; init; }

        public string? GrantId { get; init; }

        public string? GranteePrincipal { get; init; }
    }
}
