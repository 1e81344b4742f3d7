using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How the deployment of one conformance pack went in each account: the store's organisation is the calling account alone.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetOrganizationConformancePackDetailedStatus.html"/>
internal sealed class GetOrganizationConformancePackDetailedStatus()
    : Operation<GetOrganizationConformancePackDetailedStatus.Request, GetOrganizationConformancePackDetailedStatus.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var pack = call.Packs([request.OrganizationConformancePackName]).Single();
        var status = new AccountStatus
        {
            AccountId = call.Account,
            ConformancePackName = OrganizationPacks.NameInAccount(pack),
            Status = OrganizationPacks.Status(pack),
            LastUpdateTime = pack.Updated,
        };
        var isAsked = !pack.ExcludedAccounts.Contains(call.Account)
            && (request.Filters?.AccountId ?? status.AccountId) == status.AccountId && (request.Filters?.Status ?? status.Status) == status.Status;
        return new() { OrganizationConformancePackDetailedStatuses = isAsked ? [status] : [] };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.OrganizationConformancePackName, "organizationConformancePackName")
        .Length(request.OrganizationConformancePackName, "organizationConformancePackName", 1, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? OrganizationConformancePackName { get; init; }

        public StatusFilters? Filters { get; init; }
    }

    internal sealed record StatusFilters
    {
        public string? AccountId { get; init; }

        public string? Status { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<AccountStatus> OrganizationConformancePackDetailedStatuses { get; init; }
    }

    internal sealed record AccountStatus
    {
        public required string AccountId { get; init; }

        public required string ConformancePackName { get; init; }

        public required string Status { get; init; }

        public required DateTimeOffset LastUpdateTime { get; init; }
    }
}
