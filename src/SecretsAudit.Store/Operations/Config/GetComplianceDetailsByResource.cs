using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What each of the region's rules says of one resource, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceDetailsByResource.html"/>
internal sealed class GetComplianceDetailsByResource()
    : Operation<GetComplianceDetailsByResource.Request, GetComplianceDetailsByResource.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request is not { ResourceType: { } type, ResourceId: { } id })
        {
            throw new InvalidParameterValueException("ResourceType and ResourceId are both needed to name a resource.");
        }

        var results = RuleSet.Active(call)
            .SelectMany(rule => rule.Evaluate(call).Where(verdict => verdict.ResourceType == type && verdict.ResourceId == id).Select(verdict => (rule.Name, Verdict: verdict)))
            .Where(said => request.ComplianceTypes is not { Count: > 0 } types || types.Contains(said.Verdict.ComplianceType));
        var (page, next) = ConfigPage.Of(results, said => said.Name, request.NextToken, ConfigPage.Most);
        return new() { EvaluationResults = [.. page.Select(said => GetComplianceDetailsByConfigRule.EvaluationResult.Of(said.Name, said.Verdict))], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.ResourceType, "resourceType", 1, 256).Length(request.ResourceId, "resourceId", 1, 768)
        .Each(request.ComplianceTypes, "complianceTypes", 0, 3, (type, place) => check.OneOf(type, place, "COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE"))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }

        public IReadOnlyList<string?>? ComplianceTypes { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<GetComplianceDetailsByConfigRule.EvaluationResult> EvaluationResults { get; init; }

        public string? NextToken { get; init; }
    }
}
