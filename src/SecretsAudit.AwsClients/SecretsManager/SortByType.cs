namespace Amazon.SecretsManager;

/// <summary>What a list is sorted by.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class SortByType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>created-date</c>.</summary>
    public static readonly SortByType CreatedDate = new("created-date");

    /// <summary>AWS's <c>last-accessed-date</c>.</summary>
    public static readonly SortByType LastAccessedDate = new("last-accessed-date");

    /// <summary>AWS's <c>last-changed-date</c>.</summary>
    public static readonly SortByType LastChangedDate = new("last-changed-date");

    /// <summary>AWS's <c>name</c>.</summary>
    public static readonly SortByType Name = new("name");

    /// <summary>The constant for a wire form.</summary>
    public static SortByType FindValue(string value) => FindValue<SortByType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator SortByType(string value) => FindValue(value);
}
