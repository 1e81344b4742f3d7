using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How the deployment of the organisation's conformance packs went, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeOrganizationConformancePackStatuses.html"/>
internal sealed class DescribeOrganizationConformancePackStatuses()
    : Operation<DescribeOrganizationConformancePackStatuses.Request, DescribeOrganizationConformancePackStatuses.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var (page, next) = call.PackPage(request.OrganizationConformancePackNames, request.Limit, request.NextToken);
        return new()
        {
            OrganizationConformancePackStatuses =
            [
                .. page.Select(pack => new PackStatus
                {
                    OrganizationConformancePackName = pack.Name,
                    Status = OrganizationPacks.Status(pack),
                    LastUpdateTime = pack.Updated,
                }),
            ],
            NextToken = next,
        };
    }

    protected override void Check(Request request, Constraints check) => check.PackNames(request.OrganizationConformancePackNames).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? OrganizationConformancePackNames { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<PackStatus> OrganizationConformancePackStatuses { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record PackStatus
    {
        public required string OrganizationConformancePackName { get; init; }

        public required string Status { get; init; }

        public required DateTimeOffset LastUpdateTime { get; init; }
    }
}
