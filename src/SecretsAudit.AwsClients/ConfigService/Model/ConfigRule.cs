namespace Amazon.ConfigService.Model;

/// <summary>A rule's settings.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html"/>
public class ConfigRule
{
    /// <summary>The rule's ARN.</summary>
    public string? ConfigRuleArn { get; set; }

    /// <summary>The rule's id.</summary>
    public string? ConfigRuleId { get; set; }

    /// <summary>The rule's name.</summary>
    public string? ConfigRuleName { get; set; }

    /// <summary>Where the rule is in its life.</summary>
    public ConfigRuleState? ConfigRuleState { get; set; }

    /// <summary>The service that created the rule, if one did.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>What the secret is for, in the owner's words; at most 2048 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the rule detects, or prevents, or both.</summary>
    public List<EvaluationModeConfiguration>? EvaluationModes { get; set; }

    /// <summary>The rule's parameters, as JSON text.</summary>
    public string? InputParameters { get; set; }

    /// <summary>How often the rule runs.</summary>
    public MaximumExecutionFrequency? MaximumExecutionFrequency { get; set; }

    /// <summary>Whether the rule's results can be seen outside the service that created it.</summary>
    public RuleEvaluationVisibility? RuleEvaluationVisibility { get; set; }

    /// <summary>The resources whose changes trigger the rule.</summary>
    public Scope? Scope { get; set; }

    /// <summary>Who owns the rule, and its logic.</summary>
    public Source? Source { get; set; }
}
