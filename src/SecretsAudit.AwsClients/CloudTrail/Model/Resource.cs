namespace Amazon.CloudTrail.Model;

/// <summary>A resource that an event names.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Resource.html"/>
public class Resource
{
    /// <summary>The resource's name or ARN.</summary>
    public string? ResourceName { get; set; }

    /// <summary>The resource's type.</summary>
    public string? ResourceType { get; set; }
}
