using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How the region's secrets comply with AWS's five managed rules for Secrets Manager, or with the rules that were set up.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html"/>
internal sealed class DescribeComplianceByConfigRule()
    : Operation<DescribeComplianceByConfigRule.Request, DescribeComplianceByConfigRule.Response>(AwsService.Config, writes: false)
{
    // https://docs.aws.amazon.com/config/latest/APIReference/API_ComplianceContributorCount.html
    private const int CountCap = 25;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.NextToken is not null)
        {
            throw new ConfigInvalidNextTokenException();
        }

        var rules = RuleSet.Active(call);
        foreach (var name in request.ConfigRuleNames ?? [])
        {
            if (!rules.Any(rule => rule.Name == name))
            {
                throw new NoSuchConfigRuleException(name!);
            }
        }

        var answers = rules
            .Where(rule => request.ConfigRuleNames is not { Count: > 0 } names || names.Contains(rule.Name))
            .Select(rule => ComplianceByConfigRule.Of(rule.Name, rule.Evaluate(call).Select(verdict => verdict.ComplianceType).ToList(), CountCap))
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

        public static ComplianceByConfigRule Of(string rule, IReadOnlyCollection<string> verdicts, int cap)
        {
            var failing = verdicts.Count(verdict => verdict == "NON_COMPLIANT");
            return new()
            {
                ConfigRuleName = rule,
                Compliance = new()
                {
                    ComplianceType = verdicts.Count == 0 ? "INSUFFICIENT_DATA" : failing == 0 ? "COMPLIANT" : "NON_COMPLIANT",
                    ComplianceContributorCount = failing == 0 ? null : new() { CappedCount = Math.Min(failing, cap), CapExceeded = failing > cap },
                },
            };
        }
    }

    internal sealed record Compliance
    {
        public required string ComplianceType { get; init; }

        public ContributorCount? ComplianceContributorCount { get; init; }
    }

    internal sealed record ContributorCount
    {
        public required int CappedCount { get; init; }

        public required bool CapExceeded { get; init; }
    }
}
