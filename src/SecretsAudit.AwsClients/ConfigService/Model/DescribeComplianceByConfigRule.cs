namespace Amazon.ConfigService.Model;

/// <summary>Tells how each rule is complied with.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html"/>
public class DescribeComplianceByConfigRuleRequest : AmazonConfigServiceRequest
{
    /// <summary>Only results of these kinds.</summary>
    public List<ComplianceType>? ComplianceTypes { get; set; }

    /// <summary>The rules to ask about; at most 25, all when not set.</summary>
    public List<string>? ConfigRuleNames { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>What <see cref="DescribeComplianceByConfigRuleRequest"/> answers.</summary>
public class DescribeComplianceByConfigRuleResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The rules and how each is complied with.</summary>
    public List<ComplianceByConfigRule>? ComplianceByConfigRules { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}
