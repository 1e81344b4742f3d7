namespace Amazon.CloudTrail.Model;

/// <summary>Tells whether a trail records, and its last errors.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"/>
public class GetTrailStatusRequest : AmazonCloudTrailRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }
}

/// <summary>What <see cref="GetTrailStatusRequest"/> answers.</summary>
public class GetTrailStatusResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>Whether the trail records now.</summary>
    public bool? IsLogging { get; set; }

    /// <summary>The last error of a delivery to the log group.</summary>
    public string? LatestCloudWatchLogsDeliveryError { get; set; }

    /// <summary>When the trail last wrote to the log group (UTC).</summary>
    public DateTime? LatestCloudWatchLogsDeliveryTime { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? LatestDeliveryAttemptSucceeded { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? LatestDeliveryAttemptTime { get; set; }

    /// <summary>The last error of a delivery to the bucket.</summary>
    public string? LatestDeliveryError { get; set; }

    /// <summary>When the trail last delivered (UTC).</summary>
    public DateTime? LatestDeliveryTime { get; set; }

    /// <summary>The last error of a digest's delivery.</summary>
    public string? LatestDigestDeliveryError { get; set; }

    /// <summary>When the last digest was delivered (UTC).</summary>
    public DateTime? LatestDigestDeliveryTime { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? LatestNotificationAttemptSucceeded { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? LatestNotificationAttemptTime { get; set; }

    /// <summary>The last error of a notification.</summary>
    public string? LatestNotificationError { get; set; }

    /// <summary>When the trail last notified (UTC).</summary>
    public DateTime? LatestNotificationTime { get; set; }

    /// <summary>When recording last started (UTC).</summary>
    public DateTime? StartLoggingTime { get; set; }

    /// <summary>When recording last stopped (UTC).</summary>
    public DateTime? StopLoggingTime { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? TimeLoggingStarted { get; set; }

    /// <summary>Deprecated by AWS.</summary>
    public string? TimeLoggingStopped { get; set; }
}
