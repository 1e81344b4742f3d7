using System.Text.Json.Serialization;

namespace Amazon.CloudTrail.Model;

/// <summary>Describes the trails of a region.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html"/>
public class DescribeTrailsRequest : AmazonCloudTrailRequest
{
    /// <summary>Whether to include trails whose home is another region.</summary>
    [JsonPropertyName("includeShadowTrails")]
    public bool? IncludeShadowTrails { get; set; }

    /// <summary>The trails to describe, by name or ARN; all of the region when not set.</summary>
    [JsonPropertyName("trailNameList")]
    public List<string>? TrailNameList { get; set; }
}

/// <summary>What <see cref="DescribeTrailsRequest"/> answers.</summary>
public class DescribeTrailsResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The trails.</summary>
    [JsonPropertyName("trailList")]
    public List<Trail>? TrailList { get; set; }
}
