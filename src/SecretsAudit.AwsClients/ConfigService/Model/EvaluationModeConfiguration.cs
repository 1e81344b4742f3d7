namespace Amazon.ConfigService.Model;

/// <summary>One mode of evaluation.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationModeConfiguration.html"/>
public class EvaluationModeConfiguration
{
    /// <summary>Detective or proactive.</summary>
    public EvaluationMode? Mode { get; set; }
}
