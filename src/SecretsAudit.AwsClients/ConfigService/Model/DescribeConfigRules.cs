namespace Amazon.ConfigService.Model;

/// <summary>Describes the rules of a region.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRules.html"/>
public class DescribeConfigRulesRequest : AmazonConfigServiceRequest
{
    /// <summary>The rules to ask about; at most 25, all when not set.</summary>
    public List<string>? ConfigRuleNames { get; set; }

    /// <summary>Conditions that an entry must meet.</summary>
    public DescribeConfigRulesFilters? Filters { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>What <see cref="DescribeConfigRulesRequest"/> answers.</summary>
public class DescribeConfigRulesResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The rules.</summary>
    public List<ConfigRule>? ConfigRules { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}
