namespace Amazon.ConfigService;

/// <summary>The source of a trigger.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class EventSource(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>aws.config</c>.</summary>
    public static readonly EventSource AwsConfig = new("aws.config");

    /// <summary>The constant for a wire form.</summary>
    public static EventSource FindValue(string value) => FindValue<EventSource>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator EventSource(string value) => FindValue(value);
}
