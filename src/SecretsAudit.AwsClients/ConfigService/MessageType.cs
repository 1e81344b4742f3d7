namespace Amazon.ConfigService;

/// <summary>A notification that triggers an evaluation.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class MessageType(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>ConfigurationItemChangeNotification</c>.</summary>
    public static readonly MessageType ConfigurationItemChangeNotification = new("ConfigurationItemChangeNotification");

    /// <summary>AWS's <c>ConfigurationSnapshotDeliveryCompleted</c>.</summary>
    public static readonly MessageType ConfigurationSnapshotDeliveryCompleted = new("ConfigurationSnapshotDeliveryCompleted");

    /// <summary>AWS's <c>ScheduledNotification</c>.</summary>
    public static readonly MessageType ScheduledNotification = new("ScheduledNotification");

    /// <summary>AWS's <c>OversizedConfigurationItemChangeNotification</c>.</summary>
    public static readonly MessageType OversizedConfigurationItemChangeNotification = new("OversizedConfigurationItemChangeNotification");

    /// <summary>The constant for a wire form.</summary>
    public static MessageType FindValue(string value) => FindValue<MessageType>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator MessageType(string value) => FindValue(value);
}
