namespace Amazon.ConfigService;

/// <summary>Who owns a rule.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class Owner(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>CUSTOM_LAMBDA</c>.</summary>
    public static readonly Owner CUSTOM_LAMBDA = new("CUSTOM_LAMBDA");

    /// <summary>AWS's <c>AWS</c>.</summary>
    public static readonly Owner AWS = new("AWS");

    /// <summary>AWS's <c>CUSTOM_POLICY</c>.</summary>
    public static readonly Owner CUSTOM_POLICY = new("CUSTOM_POLICY");

    /// <summary>The constant for a wire form.</summary>
    public static Owner FindValue(string value) => FindValue<Owner>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator Owner(string value) => FindValue(value);
}
