namespace Amazon.ConfigService.Model;

/// <summary>What a result is about.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationResultIdentifier.html"/>
public class EvaluationResultIdentifier
{
    /// <summary>The rule and the resource.</summary>
    public EvaluationResultQualifier? EvaluationResultQualifier { get; set; }

    /// <summary>When the event that triggered the evaluation happened (UTC).</summary>
    public DateTime? OrderingTimestamp { get; set; }

    /// <summary>The proactive evaluation's id.</summary>
    public string? ResourceEvaluationId { get; set; }
}
