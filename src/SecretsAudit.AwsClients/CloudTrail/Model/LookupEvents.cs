namespace Amazon.CloudTrail.Model;

/// <summary>Looks up management events of the last 90 days; AWS allows two calls a second.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html"/>
public class LookupEventsRequest : AmazonCloudTrailRequest
{
    /// <summary>Only events at or before this time (UTC).</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>Set to look up Insights events.</summary>
    public EventCategory? EventCategory { get; set; }

    /// <summary>What an event must carry; AWS takes one attribute.</summary>
    public List<LookupAttribute>? LookupAttributes { get; set; }

    /// <summary>The most entries a page may hold.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>Only events at or after this time (UTC).</summary>
    public DateTime? StartTime { get; set; }
}

/// <summary>What <see cref="LookupEventsRequest"/> answers.</summary>
public class LookupEventsResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The events, newest first.</summary>
    public List<Event>? Events { get; set; }

    /// <summary>Where the next page starts; absent on the last page.</summary>
    public string? NextToken { get; set; }
}
