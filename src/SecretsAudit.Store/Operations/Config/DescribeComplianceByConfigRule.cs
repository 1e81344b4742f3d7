using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How the region's secrets comply with AWS's five managed rules for Secrets Manager, or with the rules that were set up.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html"/>
internal sealed class DescribeComplianceByConfigRule()
    : Operation<DescribeComplianceByConfigRule.Request, DescribeComplianceByConfigRule.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.NextToken is not null)
        {
            throw new ConfigInvalidNextTokenException();
        }

        var answers = RuleSet.Named(call, request.ConfigRuleNames)
            .Select(rule => ComplianceByConfigRule.Of(rule.Name, rule.Evaluate(call).Select(verdict => verdict.ComplianceType).ToList()))
            .Where(entry => request.ComplianceTypes is not { Count: > 0 } types || types.Contains(entry.Compliance.ComplianceType));
        return new() { ComplianceByConfigRules = [.. answers] };
    }

    protected override void Check(Request request, Constraints check) => check
        .Each(request.ConfigRuleNames, "configRuleNames", 0, 25, (name, place) => check.Length(name, place, 1, 128))
        .Each(request.ComplianceTypes, "complianceTypes", 0, 3, (type, place) =>
            check.OneOf(type, place, "COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA"))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigRuleNames { get; init; }

        public IReadOnlyList<string?>? ComplianceTypes { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ComplianceByConfigRule> ComplianceByConfigRules { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record ComplianceByConfigRule
    {
        public required string ConfigRuleName { get; init; }

        public required Compliance Compliance { get; init; }

        public static ComplianceByConfigRule Of(string rule, IReadOnlyCollection<string> verdicts) => new() { ConfigRuleName = rule, Compliance = Compliance.Of(verdicts) };
    }

    internal sealed record Compliance
    {
        public required string ComplianceType { get; init; }

        public ContributorCount? ComplianceContributorCount { get; init; }

        /// <summary>What several verdicts come to.</summary>
        public static Compliance Of(IReadOnlyCollection<string> verdicts)
        {
            var failing = verdicts.Count(verdict => verdict == "NON_COMPLIANT");
            return new()
            {
                ComplianceType = verdicts.Count == 0 ? "INSUFFICIENT_DATA" : failing == 0 ? "COMPLIANT" : "NON_COMPLIANT",
                ComplianceContributorCount = failing == 0 ? null : ContributorCount.Of(failing),
            };
        }
    }

    internal sealed record ContributorCount
    {
        public required int CappedCount { get; init; }

        public required bool CapExceeded { get; init; }

        /// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ComplianceContributorCount.html"/>
        public static ContributorCount Of(int count, int cap = 25) => new() { CappedCount = Math.Min(count, cap), CapExceeded = count > cap };
    }
}
