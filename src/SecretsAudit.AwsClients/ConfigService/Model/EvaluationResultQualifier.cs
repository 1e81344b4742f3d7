namespace Amazon.ConfigService.Model;

/// <summary>The rule and the resource of a result.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationResultQualifier.html"/>
public class EvaluationResultQualifier
{
    /// <summary>The rule's name.</summary>
    public string? ConfigRuleName { get; set; }

    /// <summary>Detective or proactive.</summary>
    public EvaluationMode? EvaluationMode { get; set; }

    /// <summary>The resource's id.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The resource's type.</summary>
    public string? ResourceType { get; set; }
}
