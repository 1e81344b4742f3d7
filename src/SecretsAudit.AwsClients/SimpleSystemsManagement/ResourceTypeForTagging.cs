namespace Amazon.SimpleSystemsManagement;

/// <summary>What carries tags.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class ResourceTypeForTagging(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>Parameter</c>.</summary>
    public static readonly ResourceTypeForTagging Parameter = new("Parameter");

    /// <summary>The constant for a wire form.</summary>
    public static ResourceTypeForTagging FindValue(string value) => FindValue<ResourceTypeForTagging>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator ResourceTypeForTagging(string value) => FindValue(value);
}
