using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How the deployment of the conformance packs went, in pages: it is done at once.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePackStatus.html"/>
internal sealed class DescribeConformancePackStatus()
    : Operation<DescribeConformancePackStatus.Request, DescribeConformancePackStatus.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var (page, next) = ConfigPage.Of(call.ConformancePacksNamed(request.ConformancePackNames), pack => pack.Name, request.NextToken, ConfigPage.Size(request.Limit, 20, 20));
        return new() { ConformancePackStatusDetails = [.. page.Select(PackStatusDetail.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check.Strings(request.ConformancePackNames, "conformancePackNames", 0, 25, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConformancePackNames { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<PackStatusDetail> ConformancePackStatusDetails { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record PackStatusDetail
    {
        public required string ConformancePackName { get; init; }

        public required string ConformancePackId { get; init; }

        public required string ConformancePackArn { get; init; }

        public string ConformancePackState { get; } = "CREATE_COMPLETE";

        public required string StackArn { get; init; }

        public required DateTimeOffset LastUpdateRequestedTime { get; init; }

        public required DateTimeOffset LastUpdateCompletedTime { get; init; }

        public static PackStatusDetail Of(ConformancePack pack) => new()
        {
            ConformancePackName = pack.Name,
            ConformancePackId = pack.PackId,
            ConformancePackArn = pack.Arn,
            StackArn = pack.StackArn,
            LastUpdateRequestedTime = pack.Updated,
            LastUpdateCompletedTime = pack.Updated,
        };
    }
}
