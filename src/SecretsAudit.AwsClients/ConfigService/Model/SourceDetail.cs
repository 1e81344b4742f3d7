namespace Amazon.ConfigService.Model;

/// <summary>What triggers an evaluation.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_SourceDetail.html"/>
public class SourceDetail
{
    /// <summary>The service that was called, such as <c>secretsmanager.amazonaws.com</c>.</summary>
    public EventSource? EventSource { get; set; }

    /// <summary>How often the rule runs.</summary>
    public MaximumExecutionFrequency? MaximumExecutionFrequency { get; set; }

    /// <summary>The notification that triggers an evaluation.</summary>
    public MessageType? MessageType { get; set; }
}
