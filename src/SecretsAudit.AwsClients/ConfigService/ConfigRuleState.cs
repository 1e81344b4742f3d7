namespace Amazon.ConfigService;

/// <summary>Where a rule is in its life.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class ConfigRuleState(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>ACTIVE</c>.</summary>
    public static readonly ConfigRuleState ACTIVE = new("ACTIVE");

    /// <summary>AWS's <c>DELETING</c>.</summary>
    public static readonly ConfigRuleState DELETING = new("DELETING");

    /// <summary>AWS's <c>DELETING_RESULTS</c>.</summary>
    public static readonly ConfigRuleState DELETING_RESULTS = new("DELETING_RESULTS");

    /// <summary>AWS's <c>EVALUATING</c>.</summary>
    public static readonly ConfigRuleState EVALUATING = new("EVALUATING");

    /// <summary>The constant for a wire form.</summary>
    public static ConfigRuleState FindValue(string value) => FindValue<ConfigRuleState>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator ConfigRuleState(string value) => FindValue(value);
}
