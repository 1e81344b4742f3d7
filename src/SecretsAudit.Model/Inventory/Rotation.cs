namespace SecretsAudit.Model;

/// <summary>How a secret rotates.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html"/>
public sealed record Rotation
{
    /// <summary>Nothing was read: every fact unknown.</summary>
    public static Rotation NotRead { get; } = new();

    /// <summary>Whether automatic rotation is on. A secret that never had it has a known <c>false</c>, not an absence.</summary>
    public Fact<bool> Enabled { get; init; }

    /// <summary>The rotation function's ARN; absent for managed rotation or none.</summary>
    public Fact<string> FunctionArn { get; init; }

    /// <summary>Days between rotations, 1 to 1000; absent when the schedule is an expression or there is none.</summary>
    public Fact<int> AutomaticallyAfterDays { get; init; }

    /// <summary>The <c>rate()</c> or <c>cron()</c> expression; absent when the schedule is by days or there is none.</summary>
    public Fact<string> ScheduleExpression { get; init; }

    /// <summary>The length of the rotation window; absent when it is the default.</summary>
    public Fact<TimeSpan> WindowDuration { get; init; }

    /// <summary>When the next rotation is due, as the service says (<c>NextRotationDate</c>); absent when none is scheduled.</summary>
    public Fact<DateTimeOffset> Next { get; init; }
}
