namespace SecretsAudit.Model;

/// <summary>AWS Config's own verdict on one of its rules, kept beside ours.</summary>
/// <param name="Scope">The account and region.</param>
/// <param name="RuleName">The Config rule's name.</param>
/// <param name="Compliance"><c>COMPLIANT</c>, <c>NON_COMPLIANT</c>, <c>NOT_APPLICABLE</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="NonCompliantCount">The number of resources it calls non-compliant, capped by AWS; null when it does not say.</param>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html"/>
public sealed record ConfigRuleCompliance(Scope Scope, string RuleName, string Compliance, int? NonCompliantCount);
