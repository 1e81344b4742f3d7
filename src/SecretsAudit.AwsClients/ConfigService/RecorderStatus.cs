namespace Amazon.ConfigService;

/// <summary>How a recorder's last recording ended.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class RecorderStatus(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>Failure</c>.</summary>
    public static readonly RecorderStatus Failure = new("Failure");

    /// <summary>AWS's <c>NotApplicable</c>.</summary>
    public static readonly RecorderStatus NotApplicable = new("NotApplicable");

    /// <summary>AWS's <c>Pending</c>.</summary>
    public static readonly RecorderStatus Pending = new("Pending");

    /// <summary>AWS's <c>Success</c>.</summary>
    public static readonly RecorderStatus Success = new("Success");

    /// <summary>The constant for a wire form.</summary>
    public static RecorderStatus FindValue(string value) => FindValue<RecorderStatus>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator RecorderStatus(string value) => FindValue(value);
}
