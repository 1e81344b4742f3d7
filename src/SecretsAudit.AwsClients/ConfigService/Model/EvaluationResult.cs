namespace Amazon.ConfigService.Model;

/// <summary>How one resource complies with a rule.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationResult.html"/>
public class EvaluationResult
{
    /// <summary>The rule's remark.</summary>
    public string? Annotation { get; set; }

    /// <summary>Whether the resource complies.</summary>
    public ComplianceType? ComplianceType { get; set; }

    /// <summary>When the rule ran (UTC).</summary>
    public DateTime? ConfigRuleInvokedTime { get; set; }

    /// <summary>The rule and the resource.</summary>
    public EvaluationResultIdentifier? EvaluationResultIdentifier { get; set; }

    /// <summary>When AWS Config recorded the result (UTC).</summary>
    public DateTime? ResultRecordedTime { get; set; }

    /// <summary>A token that ties the result to its evaluation.</summary>
    public string? ResultToken { get; set; }
}
