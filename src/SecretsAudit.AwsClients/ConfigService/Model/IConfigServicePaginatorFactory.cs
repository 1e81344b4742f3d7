using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

/// <summary>Lists of AWS Config, page after page.</summary>
public interface IConfigServicePaginatorFactory
{
    /// <summary>The pages of <c>DescribeComplianceByConfigRule</c>.</summary>
    IDescribeComplianceByConfigRulePaginator DescribeComplianceByConfigRule(DescribeComplianceByConfigRuleRequest request);

    /// <summary>The pages of <c>DescribeConfigRules</c>.</summary>
    IDescribeConfigRulesPaginator DescribeConfigRules(DescribeConfigRulesRequest request);

    /// <summary>The pages of <c>GetComplianceDetailsByConfigRule</c>.</summary>
    IGetComplianceDetailsByConfigRulePaginator GetComplianceDetailsByConfigRule(GetComplianceDetailsByConfigRuleRequest request);
}

/// <summary>The pages of <c>DescribeComplianceByConfigRule</c>.</summary>
public interface IDescribeComplianceByConfigRulePaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<DescribeComplianceByConfigRuleResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<ComplianceByConfigRule> ComplianceByConfigRules { get; }
}

/// <summary>The pages of <c>DescribeConfigRules</c>.</summary>
public interface IDescribeConfigRulesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<DescribeConfigRulesResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<ConfigRule> ConfigRules { get; }
}

/// <summary>The pages of <c>GetComplianceDetailsByConfigRule</c>.</summary>
public interface IGetComplianceDetailsByConfigRulePaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetComplianceDetailsByConfigRuleResponse> Responses { get; }

    /// <summary>The entries of all pages.</summary>
    IPaginatedEnumerable<EvaluationResult> EvaluationResults { get; }
}
