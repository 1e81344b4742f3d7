namespace Amazon.SecretsManager;

/// <summary>What a filter looks at.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class FilterNameStringType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>description</c>.</summary>
    public static readonly FilterNameStringType Description = new("description");

    /// <summary>AWS's <c>name</c>.</summary>
    public static readonly FilterNameStringType Name = new("name");

    /// <summary>AWS's <c>tag-key</c>.</summary>
    public static readonly FilterNameStringType TagKey = new("tag-key");

    /// <summary>AWS's <c>tag-value</c>.</summary>
    public static readonly FilterNameStringType TagValue = new("tag-value");

    /// <summary>AWS's <c>primary-region</c>.</summary>
    public static readonly FilterNameStringType PrimaryRegion = new("primary-region");

    /// <summary>AWS's <c>owning-service</c>.</summary>
    public static readonly FilterNameStringType OwningService = new("owning-service");

    /// <summary>AWS's <c>all</c>.</summary>
    public static readonly FilterNameStringType All = new("all");

    /// <summary>The constant for a wire form.</summary>
    public static FilterNameStringType FindValue(string value) => FindValue<FilterNameStringType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator FilterNameStringType(string value) => FindValue(value);
}
