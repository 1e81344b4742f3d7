namespace Amazon.SimpleSystemsManagement;

/// <summary>What a parameter holds.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "AWS's own name: String.")]
public class ParameterType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>String</c>.</summary>
    public static readonly ParameterType String = new("String");

    /// <summary>AWS's <c>StringList</c>.</summary>
    public static readonly ParameterType StringList = new("StringList");

    /// <summary>AWS's <c>SecureString</c>.</summary>
    public static readonly ParameterType SecureString = new("SecureString");

    /// <summary>The constant for a wire form.</summary>
    public static ParameterType FindValue(string value) => FindValue<ParameterType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator ParameterType(string value) => FindValue(value);
}
