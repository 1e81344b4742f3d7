namespace Amazon.ConfigService;

/// <summary>Who sees a rule's results.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class RuleEvaluationVisibility(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>EXTERNAL</c>.</summary>
    public static readonly RuleEvaluationVisibility EXTERNAL = new("EXTERNAL");

    /// <summary>AWS's <c>INTERNAL</c>.</summary>
    public static readonly RuleEvaluationVisibility INTERNAL = new("INTERNAL");

    /// <summary>The constant for a wire form.</summary>
    public static RuleEvaluationVisibility FindValue(string value) => FindValue<RuleEvaluationVisibility>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator RuleEvaluationVisibility(string value) => FindValue(value);
}
