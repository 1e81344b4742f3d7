using System.Globalization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A rule's verdict on each resource, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceDetailsByConfigRule.html"/>
internal sealed class GetComplianceDetailsByConfigRule()
    : Operation<GetComplianceDetailsByConfigRule.Request, GetComplianceDetailsByConfigRule.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var rule = RuleSet.Active(call).FirstOrDefault(active => active.Name == request.ConfigRuleName) ?? throw new NoSuchConfigRuleException(request.ConfigRuleName!);
        var filter = $"{rule.Name} {string.Join(',', request.ComplianceTypes ?? [])}";
        var skip = request.NextToken is not { } token ? 0
            : PageToken.Parse(token, "compliance details", filter) is { } last && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ConfigInvalidNextTokenException();
        var limit = request.Limit is > 0 ? request.Limit.Value : 10;
        var page = rule.Evaluate(call)
            .Where(verdict => request.ComplianceTypes is not { Count: > 0 } types || types.Contains(verdict.ComplianceType))
            .Skip(skip).Take(limit + 1).ToList();
        return new()
        {
            EvaluationResults = [.. page.Take(limit).Select(verdict => EvaluationResult.Of(rule.Name, verdict))],
            NextToken = page.Count > limit ? PageToken.Create("compliance details", filter, (skip + limit).ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigRuleName, "configRuleName").Length(request.ConfigRuleName, "configRuleName", 1, 128)
        .Each(request.ComplianceTypes, "complianceTypes", 0, 3, (type, place) => check.OneOf(type, place, "COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE"))
        .Range(request.Limit, "limit", 0, 100)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ConfigRuleName { get; init; }

        public IReadOnlyList<string?>? ComplianceTypes { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<EvaluationResult> EvaluationResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record EvaluationResult
    {
        public required EvaluationIdentifier EvaluationResultIdentifier { get; init; }

        public required string ComplianceType { get; init; }

        public DateTimeOffset? ResultRecordedTime { get; init; }

        public DateTimeOffset? ConfigRuleInvokedTime { get; init; }

        public string? Annotation { get; init; }

        public static EvaluationResult Of(string rule, RuleVerdict verdict) => new()
        {
            EvaluationResultIdentifier = new()
            {
                EvaluationResultQualifier = new() { ConfigRuleName = rule, ResourceType = verdict.ResourceType, ResourceId = verdict.ResourceId },
                OrderingTimestamp = verdict.Ordered,
            },
            ComplianceType = verdict.ComplianceType,
            ResultRecordedTime = verdict.Recorded,
            ConfigRuleInvokedTime = verdict.Invoked,
            Annotation = verdict.Annotation,
        };
    }

    internal sealed record EvaluationIdentifier
    {
        public required EvaluationQualifier EvaluationResultQualifier { get; init; }

        public DateTimeOffset? OrderingTimestamp { get; init; }
    }

    internal sealed record EvaluationQualifier
    {
        public required string ConfigRuleName { get; init; }

        public required string ResourceType { get; init; }

        public required string ResourceId { get; init; }
    }
}
