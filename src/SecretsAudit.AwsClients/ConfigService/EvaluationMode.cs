namespace Amazon.ConfigService;

/// <summary>When a rule is evaluated.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class EvaluationMode(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>DETECTIVE</c>.</summary>
    public static readonly EvaluationMode DETECTIVE = new("DETECTIVE");

    /// <summary>AWS's <c>PROACTIVE</c>.</summary>
    public static readonly EvaluationMode PROACTIVE = new("PROACTIVE");

    /// <summary>The constant for a wire form.</summary>
    public static EvaluationMode FindValue(string value) => FindValue<EvaluationMode>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator EvaluationMode(string value) => FindValue(value);
}
