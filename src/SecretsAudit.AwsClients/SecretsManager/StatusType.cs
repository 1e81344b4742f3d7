namespace Amazon.SecretsManager;

/// <summary>How a replica stands.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class StatusType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>InSync</c>.</summary>
    public static readonly StatusType InSync = new("InSync");

    /// <summary>AWS's <c>Failed</c>.</summary>
    public static readonly StatusType Failed = new("Failed");

    /// <summary>AWS's <c>InProgress</c>.</summary>
    public static readonly StatusType InProgress = new("InProgress");

    /// <summary>The constant for a wire form.</summary>
    public static StatusType FindValue(string value) => FindValue<StatusType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator StatusType(string value) => FindValue(value);
}
