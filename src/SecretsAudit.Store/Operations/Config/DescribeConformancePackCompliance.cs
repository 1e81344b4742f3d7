using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How each rule of a conformance pack is complied with, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePackCompliance.html"/>
internal sealed class DescribeConformancePackCompliance()
    : Operation<DescribeConformancePackCompliance.Request, DescribeConformancePackCompliance.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var pack = call.RequirePack(request.ConformancePackName!);
        var rules = ConformancePacks.RulesOf(call, pack, request.Filters?.ConfigRuleNames)
            .Select(rule => new RuleCompliance(rule.Name, RuleSet.Compliance(rule, call)))
            .Where(rule => (request.Filters?.ComplianceType ?? rule.ComplianceType) == rule.ComplianceType);
        var (page, next) = ConfigPage.Of(rules, rule => rule.ConfigRuleName, request.NextToken, ConfigPage.Size(request.Limit, 1000, 1000));
        return new() { ConformancePackName = pack.Name, ConformancePackRuleComplianceList = page, NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check.PackName(request.ConformancePackName).PackFilters(request.Filters).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ConformancePackName { get; init; }

        public PackComplianceFilters? Filters { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required string ConformancePackName { get; init; }

        public required IReadOnlyList<RuleCompliance> ConformancePackRuleComplianceList { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record RuleCompliance(string ConfigRuleName, string ComplianceType);
}
