namespace Amazon.ConfigService;

/// <summary>How often a rule runs.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class MaximumExecutionFrequency(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>One_Hour</c>.</summary>
    public static readonly MaximumExecutionFrequency One_Hour = new("One_Hour");

    /// <summary>AWS's <c>Three_Hours</c>.</summary>
    public static readonly MaximumExecutionFrequency Three_Hours = new("Three_Hours");

    /// <summary>AWS's <c>Six_Hours</c>.</summary>
    public static readonly MaximumExecutionFrequency Six_Hours = new("Six_Hours");

    /// <summary>AWS's <c>Twelve_Hours</c>.</summary>
    public static readonly MaximumExecutionFrequency Twelve_Hours = new("Twelve_Hours");

    /// <summary>AWS's <c>TwentyFour_Hours</c>.</summary>
    public static readonly MaximumExecutionFrequency TwentyFour_Hours = new("TwentyFour_Hours");

    /// <summary>The constant for a wire form.</summary>
    public static MaximumExecutionFrequency FindValue(string value) => FindValue<MaximumExecutionFrequency>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator MaximumExecutionFrequency(string value) => FindValue(value);
}
