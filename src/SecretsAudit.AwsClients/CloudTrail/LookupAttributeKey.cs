namespace Amazon.CloudTrail;

/// <summary>An attribute of an event.</summary>
/// <param name="value">AWS's wire form; values that are not listed here are kept as they are.</param>
public class LookupAttributeKey(string value) : Amazon.Runtime.ConstantClass(value)
{
    /// <summary>AWS's <c>EventId</c>.</summary>
    public static readonly LookupAttributeKey EventId = new("EventId");

    /// <summary>AWS's <c>EventName</c>.</summary>
    public static readonly LookupAttributeKey EventName = new("EventName");

    /// <summary>AWS's <c>ReadOnly</c>.</summary>
    public static readonly LookupAttributeKey ReadOnly = new("ReadOnly");

    /// <summary>AWS's <c>Username</c>.</summary>
    public static readonly LookupAttributeKey Username = new("Username");

    /// <summary>AWS's <c>ResourceType</c>.</summary>
    public static readonly LookupAttributeKey ResourceType = new("ResourceType");

    /// <summary>AWS's <c>ResourceName</c>.</summary>
    public static readonly LookupAttributeKey ResourceName = new("ResourceName");

    /// <summary>AWS's <c>EventSource</c>.</summary>
    public static readonly LookupAttributeKey EventSource = new("EventSource");

    /// <summary>AWS's <c>AccessKeyId</c>.</summary>
    public static readonly LookupAttributeKey AccessKeyId = new("AccessKeyId");

    /// <summary>The constant for a wire form.</summary>
    public static LookupAttributeKey FindValue(string value) => FindValue<LookupAttributeKey>(value);

    /// <summary>The constant for a wire form.</summary>
    public static implicit operator LookupAttributeKey(string value) => FindValue(value);
}
