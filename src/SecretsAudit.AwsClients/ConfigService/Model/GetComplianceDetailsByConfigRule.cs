namespace Amazon.ConfigService.Model;

/// <summary>Tells how each resource complies with a rule.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceDetailsByConfigRule.html"/>
public class GetComplianceDetailsByConfigRuleRequest : AmazonConfigServiceRequest
{
    /// <summary>Only results of these kinds.</summary>
    public List<ComplianceType>? ComplianceTypes { get; set; }

    /// <summary>The rule's name.</summary>
    public string? ConfigRuleName { get; set; }

    /// <summary>The most entries a page may hold.</summary>
    public int? Limit { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>What <see cref="GetComplianceDetailsByConfigRuleRequest"/> answers.</summary>
public class GetComplianceDetailsByConfigRuleResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The results, one a resource.</summary>
    public List<EvaluationResult>? EvaluationResults { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}
