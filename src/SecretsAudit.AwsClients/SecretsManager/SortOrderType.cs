namespace Amazon.SecretsManager;

/// <summary>The order of a list.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class SortOrderType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>asc</c>.</summary>
    public static readonly SortOrderType Asc = new("asc");

    /// <summary>AWS's <c>desc</c>.</summary>
    public static readonly SortOrderType Desc = new("desc");

    /// <summary>The constant for a wire form.</summary>
    public static SortOrderType FindValue(string value) => FindValue<SortOrderType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator SortOrderType(string value) => FindValue(value);
}
