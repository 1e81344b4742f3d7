namespace SecretsAudit.Store.Alarms;

/// <summary>What an alarm measures in one account and region.</summary>
public enum AlarmMetric
{
    /// <summary>How many secrets there are, as CloudWatch's <c>ResourceCount</c> counts them: those pending deletion are left out.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/monitoring-cloudwatch.html"/>
    ResourceCount = 0,

    /// <summary>How many secrets' scheduled rotation is overdue.</summary>
    OverdueRotations = 1,

    /// <summary>How long the oldest overdue rotation has been due, in hours.</summary>
    OldestOverdueRotationHours = 2,
}
