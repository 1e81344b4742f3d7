namespace Amazon.CloudTrail;

/// <summary>The kind of events to look up.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class EventCategory(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>insight</c>.</summary>
    public static readonly EventCategory Insight = new("insight");

    /// <summary>The constant for a wire form.</summary>
    public static EventCategory FindValue(string value) => FindValue<EventCategory>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator EventCategory(string value) => FindValue(value);
}
