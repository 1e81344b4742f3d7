using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How each of up to five conformance packs is complied with.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetConformancePackComplianceSummary.html"/>
internal sealed class GetConformancePackComplianceSummary()
    : Operation<GetConformancePackComplianceSummary.Request, GetConformancePackComplianceSummary.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var (page, next) = ConfigPage.Of(call.ConformancePacksNamed(request.ConformancePackNames), pack => pack.Name, request.NextToken, ConfigPage.Size(request.Limit, 20, 20));
        return new()
        {
            ConformancePackComplianceSummaryList = [.. page.Select(pack => new Summary(pack.Name, ConformancePacks.Compliance(call, pack)))],
            NextToken = next,
        };
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.ConformancePackNames, "conformancePackNames").Strings(request.ConformancePackNames, "conformancePackNames", 1, 5, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConformancePackNames { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Summary> ConformancePackComplianceSummaryList { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Summary(string ConformancePackName, string ConformancePackComplianceStatus);
}
