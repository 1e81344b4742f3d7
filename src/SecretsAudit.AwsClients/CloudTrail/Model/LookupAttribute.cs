namespace Amazon.CloudTrail.Model;

/// <summary>An attribute that an event must carry.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html"/>
public class LookupAttribute
{
    /// <summary>The attribute.</summary>
    public LookupAttributeKey? AttributeKey { get; set; }

    /// <summary>The value it must have.</summary>
    public string? AttributeValue { get; set; }
}
