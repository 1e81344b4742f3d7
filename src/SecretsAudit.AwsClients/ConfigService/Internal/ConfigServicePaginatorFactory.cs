using Amazon.Runtime;
using Amazon.ConfigService.Model;
using SecretsAudit.AwsClients;

namespace Amazon.ConfigService.Internal;

internal sealed class ConfigServicePaginatorFactory(IAmazonConfigService client) : IConfigServicePaginatorFactory
{
    public IDescribeComplianceByConfigRulePaginator DescribeComplianceByConfigRule(DescribeComplianceByConfigRuleRequest request) => new DescribeComplianceByConfigRulePaginator(client, request);

    public IDescribeConfigRulesPaginator DescribeConfigRules(DescribeConfigRulesRequest request) => new DescribeConfigRulesPaginator(client, request);

    public IGetComplianceDetailsByConfigRulePaginator GetComplianceDetailsByConfigRule(GetComplianceDetailsByConfigRuleRequest request) => new GetComplianceDetailsByConfigRulePaginator(client, request);
}

internal sealed class DescribeComplianceByConfigRulePaginator(IAmazonConfigService client, DescribeComplianceByConfigRuleRequest request) : Pages<DescribeComplianceByConfigRuleRequest, DescribeComplianceByConfigRuleResponse>(
    request, client.DescribeComplianceByConfigRuleAsync, (r, token) => r.NextToken = token, r => r.NextToken), IDescribeComplianceByConfigRulePaginator
{
    public IPaginatedEnumerable<ComplianceByConfigRule> ComplianceByConfigRules => new PaginatedResultKeyResponse<DescribeComplianceByConfigRuleResponse, ComplianceByConfigRule>(this, page => page.ComplianceByConfigRules ?? []);
}

internal sealed class DescribeConfigRulesPaginator(IAmazonConfigService client, DescribeConfigRulesRequest request) : Pages<DescribeConfigRulesRequest, DescribeConfigRulesResponse>(
    request, client.DescribeConfigRulesAsync, (r, token) => r.NextToken = token, r => r.NextToken), IDescribeConfigRulesPaginator
{
    public IPaginatedEnumerable<ConfigRule> ConfigRules => new PaginatedResultKeyResponse<DescribeConfigRulesResponse, ConfigRule>(this, page => page.ConfigRules ?? []);
}

internal sealed class GetComplianceDetailsByConfigRulePaginator(IAmazonConfigService client, GetComplianceDetailsByConfigRuleRequest request) : Pages<GetComplianceDetailsByConfigRuleRequest, GetComplianceDetailsByConfigRuleResponse>(
    request, client.GetComplianceDetailsByConfigRuleAsync, (r, token) => r.NextToken = token, r => r.NextToken), IGetComplianceDetailsByConfigRulePaginator
{
    public IPaginatedEnumerable<EvaluationResult> EvaluationResults => new PaginatedResultKeyResponse<GetComplianceDetailsByConfigRuleResponse, EvaluationResult>(this, page => page.EvaluationResults ?? []);
}
