namespace Amazon.SecretsManager.Model;

/// <summary>A rotation schedule.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html"/>
public class RotationRulesType
{
    /// <summary>Days between rotations, 1 to 1000.</summary>
    public long? AutomaticallyAfterDays { get; set; }

    /// <summary>The length of the rotation window, such as <c>3h</c>.</summary>
    public string? Duration { get; set; }

    /// <summary>A <c>cron()</c> or <c>rate()</c> expression in UTC.</summary>
    public string? ScheduleExpression { get; set; }
}
