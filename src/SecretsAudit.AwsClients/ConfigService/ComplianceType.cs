namespace Amazon.ConfigService;

/// <summary>Whether a resource complies.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class ComplianceType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>COMPLIANT</c>.</summary>
    public static readonly ComplianceType COMPLIANT = new("COMPLIANT");

    /// <summary>AWS's <c>NON_COMPLIANT</c>.</summary>
    public static readonly ComplianceType NON_COMPLIANT = new("NON_COMPLIANT");

    /// <summary>AWS's <c>NOT_APPLICABLE</c>.</summary>
    public static readonly ComplianceType NOT_APPLICABLE = new("NOT_APPLICABLE");

    /// <summary>AWS's <c>INSUFFICIENT_DATA</c>.</summary>
    public static readonly ComplianceType INSUFFICIENT_DATA = new("INSUFFICIENT_DATA");

    /// <summary>The constant for a wire form.</summary>
    public static ComplianceType FindValue(string value) => FindValue<ComplianceType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator ComplianceType(string value) => FindValue(value);
}
