using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The verdict of each rule of a conformance pack on each resource, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetConformancePackComplianceDetails.html"/>
internal sealed class GetConformancePackComplianceDetails()
    : Operation<GetConformancePackComplianceDetails.Request, GetConformancePackComplianceDetails.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var pack = call.RequirePack(request.ConformancePackName!);
        var filters = request.Filters;
        var results = ConformancePacks.RulesOf(call, pack, filters?.ConfigRuleNames)
            .SelectMany(rule => rule.Evaluate(call).Select(verdict => PackEvaluation.Of(rule.Name, verdict, call.Now)))
            .Where(result => (filters?.ComplianceType ?? result.ComplianceType) == result.ComplianceType
                && (filters?.ResourceType ?? result.Qualifier.ResourceType) == result.Qualifier.ResourceType
                && (filters?.ResourceIds is not { Count: > 0 } ids || ids.Contains(result.Qualifier.ResourceId)));
        var (page, next) = ConfigPage.Of(results, result => $"{result.Qualifier.ConfigRuleName}\n{result.Qualifier.ResourceId}", request.NextToken, ConfigPage.Size(request.Limit, 10));
        return new() { ConformancePackName = pack.Name, ConformancePackRuleEvaluationResults = page, NextToken = next };
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

        public required IReadOnlyList<PackEvaluation> ConformancePackRuleEvaluationResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record PackEvaluation
    {
        public required string ComplianceType { get; init; }

        public required GetComplianceDetailsByConfigRule.EvaluationIdentifier EvaluationResultIdentifier { get; init; }

        public required DateTimeOffset ConfigRuleInvokedTime { get; init; }

        public required DateTimeOffset ResultRecordedTime { get; init; }

        public string? Annotation { get; init; }

        internal GetComplianceDetailsByConfigRule.EvaluationQualifier Qualifier => EvaluationResultIdentifier.EvaluationResultQualifier;

        // A managed rule judges when it is asked.
        public static PackEvaluation Of(string rule, RuleVerdict verdict, DateTimeOffset now) => new()
        {
            ComplianceType = verdict.ComplianceType,
            EvaluationResultIdentifier = GetComplianceDetailsByConfigRule.EvaluationResult.Of(rule, verdict).EvaluationResultIdentifier,
            ConfigRuleInvokedTime = verdict.Recorded ?? now,
            ResultRecordedTime = verdict.Recorded ?? now,
            Annotation = verdict.Annotation,
        };
    }
}
