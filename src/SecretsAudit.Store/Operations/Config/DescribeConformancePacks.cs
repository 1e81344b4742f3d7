using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The conformance packs, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePacks.html"/>
internal sealed class DescribeConformancePacks()
    : Operation<DescribeConformancePacks.Request, DescribeConformancePacks.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var (page, next) = ConfigPage.Of(call.ConformancePacksNamed(request.ConformancePackNames), pack => pack.Name, request.NextToken, ConfigPage.Size(request.Limit, 20, 20));
        return new() { ConformancePackDetails = [.. page.Select(PackDetail.Of)], NextToken = next };
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
        public required IReadOnlyList<PackDetail> ConformancePackDetails { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record PackDetail
    {
        public required string ConformancePackName { get; init; }

        public required string ConformancePackArn { get; init; }

        public required string ConformancePackId { get; init; }

        public string? DeliveryS3Bucket { get; init; }

        public string? DeliveryS3KeyPrefix { get; init; }

        public required IReadOnlyList<PackParameter> ConformancePackInputParameters { get; init; }

        public required DateTimeOffset LastUpdateRequestedTime { get; init; }

        /// <summary>Whose pack it is where no one put it by hand.</summary>
        public string? CreatedBy { get; init; }

        public static PackDetail Of(ConformancePack pack) => new()
        {
            ConformancePackName = pack.Name,
            ConformancePackArn = pack.Arn,
            ConformancePackId = pack.PackId,
            DeliveryS3Bucket = pack.Settings.DeliveryBucket,
            DeliveryS3KeyPrefix = pack.Settings.DeliveryPrefix,
            ConformancePackInputParameters = pack.Settings.Parameters,
            LastUpdateRequestedTime = pack.Updated,
            CreatedBy = pack.IsOrganizations ? "config-multiaccountsetup.amazonaws.com" : null,
        };
    }
}
