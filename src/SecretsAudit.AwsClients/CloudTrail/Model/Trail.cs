namespace Amazon.CloudTrail.Model;

/// <summary>A trail's settings.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
public class Trail
{
    /// <summary>The log group the trail writes to.</summary>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>The role that writes to the log group.</summary>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>Whether the trail selects events itself.</summary>
    public bool? HasCustomEventSelectors { get; set; }

    /// <summary>Whether the trail records Insights events.</summary>
    public bool? HasInsightSelectors { get; set; }

    /// <summary>The region the trail was created in.</summary>
    public string? HomeRegion { get; set; }

    /// <summary>Whether events of global services are recorded.</summary>
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>Whether the trail records every region.</summary>
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>Whether the trail records a whole organisation.</summary>
    public bool? IsOrganizationTrail { get; set; }

    /// <summary>The KMS key that protects it; absent for the account's own <c>aws/secretsmanager</c> key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Whether digests let a reader detect tampering.</summary>
    public bool? LogFileValidationEnabled { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The bucket that the trail writes to.</summary>
    public string? S3BucketName { get; set; }

    /// <summary>The prefix of the trail's objects.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>The notification topic.</summary>
    public string? SnsTopicARN { get; set; }

    /// <summary>The notification topic's name.</summary>
    public string? SnsTopicName { get; set; }

    /// <summary>The trail's ARN.</summary>
    public string? TrailARN { get; set; }
}
