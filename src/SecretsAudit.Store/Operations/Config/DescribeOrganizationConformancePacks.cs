using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The organisation's conformance packs, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeOrganizationConformancePacks.html"/>
internal sealed class DescribeOrganizationConformancePacks()
    : Operation<DescribeOrganizationConformancePacks.Request, DescribeOrganizationConformancePacks.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var (page, next) = call.PackPage(request.OrganizationConformancePackNames, request.Limit, request.NextToken);
        return new()
        {
            OrganizationConformancePacks =
            [
                .. page.Select(pack => new Pack
                {
                    OrganizationConformancePackName = pack.Name,
                    OrganizationConformancePackArn = pack.Arn,
                    DeliveryS3Bucket = pack.DeliveryBucket,
                    DeliveryS3KeyPrefix = pack.DeliveryPrefix,
                    ConformancePackInputParameters = pack.Parameters,
                    ExcludedAccounts = pack.ExcludedAccounts,
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
        public required IReadOnlyList<Pack> OrganizationConformancePacks { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Pack
    {
        public required string OrganizationConformancePackName { get; init; }

        public required string OrganizationConformancePackArn { get; init; }

        public string? DeliveryS3Bucket { get; init; }

        public string? DeliveryS3KeyPrefix { get; init; }

        public required IReadOnlyList<PackParameter> ConformancePackInputParameters { get; init; }

        public required IReadOnlyList<string> ExcludedAccounts { get; init; }

        public required DateTimeOffset LastUpdateTime { get; init; }
    }
}
