namespace Amazon.SimpleSystemsManagement;

/// <summary>What a parameter may hold and what it costs.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class ParameterTier(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>Standard</c>.</summary>
    public static readonly ParameterTier Standard = new("Standard");

    /// <summary>AWS's <c>Advanced</c>.</summary>
    public static readonly ParameterTier Advanced = new("Advanced");

    /// <summary>AWS's <c>IntelligentTiering</c>.</summary>
    public static readonly ParameterTier IntelligentTiering = new("Intelligent-Tiering");

    /// <summary>The constant for a wire form.</summary>
    public static ParameterTier FindValue(string value) => FindValue<ParameterTier>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator ParameterTier(string value) => FindValue(value);
}
