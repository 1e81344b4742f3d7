using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How many of the region's rules are complied with.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceSummaryByConfigRule.html"/>
internal sealed class GetComplianceSummaryByConfigRule()
    : Operation<GetComplianceSummaryByConfigRule.Request, GetComplianceSummaryByConfigRule.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var verdicts = RuleSet.Active(call).Select(rule => RuleSet.Compliance(rule, call)).ToList();
        return new()
        {
            ComplianceSummary = new()
            {
                CompliantResourceCount = DescribeComplianceByConfigRule.ContributorCount.Of(verdicts.Count(verdict => verdict == "COMPLIANT")),
                NonCompliantResourceCount = DescribeComplianceByConfigRule.ContributorCount.Of(verdicts.Count(verdict => verdict == "NON_COMPLIANT")),
                ComplianceSummaryTimestamp = call.Now,
            },
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        // The request has no members.
    }

    internal sealed record Request : IRequest<Response>;

    internal sealed record Response
    {
        public required RuleSummary ComplianceSummary { get; init; }
    }

    internal sealed record RuleSummary
    {
        public required DescribeComplianceByConfigRule.ContributorCount CompliantResourceCount { get; init; }

        public required DescribeComplianceByConfigRule.ContributorCount NonCompliantResourceCount { get; init; }

        public required DateTimeOffset ComplianceSummaryTimestamp { get; init; }
    }
}
