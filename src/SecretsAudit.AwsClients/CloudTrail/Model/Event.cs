namespace Amazon.CloudTrail.Model;

/// <summary>One management event.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html"/>
public class Event
{
    /// <summary>The access key that signed the call.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The whole CloudTrail record, as JSON text.</summary>
    public string? CloudTrailEvent { get; set; }

    /// <summary>CloudTrail's id of the event.</summary>
    public string? EventId { get; set; }

    /// <summary>The operation that was called.</summary>
    public string? EventName { get; set; }

    /// <summary>The service that was called, such as <c>secretsmanager.amazonaws.com</c>.</summary>
    public string? EventSource { get; set; }

    /// <summary>When it happened (UTC).</summary>
    public DateTime? EventTime { get; set; }

    /// <summary><c>true</c> when the call could change nothing.</summary>
    public string? ReadOnly { get; set; }

    /// <summary>The resources that the event names.</summary>
    public List<Resource>? Resources { get; set; }

    /// <summary>The user or role session that called.</summary>
    public string? Username { get; set; }
}
