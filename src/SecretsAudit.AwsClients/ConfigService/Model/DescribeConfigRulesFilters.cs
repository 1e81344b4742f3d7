namespace Amazon.ConfigService.Model;

/// <summary>Which rules to describe.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRulesFilters.html"/>
public class DescribeConfigRulesFilters
{
    /// <summary>Detective or proactive.</summary>
    public EvaluationMode? EvaluationMode { get; set; }

    /// <summary>Whether the rule's results can be seen outside the service that created it.</summary>
    public RuleEvaluationVisibility? RuleEvaluationVisibility { get; set; }
}
