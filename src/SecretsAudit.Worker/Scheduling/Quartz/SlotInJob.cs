using System.Globalization;
using Quartz;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>Carries a slot through Quartz's job data, and works out a cron fire's slot.</summary>
internal static class SlotInJob
{
    private const string At = "slot";
    private const string Origin = "origin";

    /// <summary>The slot as job data; a recovery after a crash inherits it.</summary>
    public static JobDataMap Write(AuditSlot slot) => new()
    {
        [At] = slot.At.ToString("O", CultureInfo.InvariantCulture),
        [Origin] = slot.Origin.ToString(),
    };

    /// <summary>The slot that a fire is for.</summary>
    public static AuditSlot Read(IJobExecutionContext context, CronSchedule cron)
    {
        var carried = context.Trigger.JobDataMap;
        if (carried.TryGetString(At, out var at) && carried.TryGetString(Origin, out var origin))
            return new(Instant(at!), Enum.Parse<SlotOrigin>(origin!));

        // A late or recovered fire belongs to the last slot that had come, so that slots missed meanwhile collapse into one.
        var fired = context.Recovering ? Latest(carried, context) : Later(context.FireTimeUtc, context.ScheduledFireTimeUtc);
        return new(cron.LastAtOrBefore(fired) ?? fired, SlotOrigin.Schedule);
    }

    private static DateTimeOffset Latest(JobDataMap carried, IJobExecutionContext context) =>
        carried.TryGetString(SchedulerConstants.FailedJobOriginalTriggerFiretime, out var fired)
        && carried.TryGetString(SchedulerConstants.FailedJobOriginalTriggerScheduledFiretime, out var scheduled)
            ? Later(Instant(fired!), Instant(scheduled!))
            : Later(context.FireTimeUtc, context.ScheduledFireTimeUtc);

    private static DateTimeOffset Later(DateTimeOffset fired, DateTimeOffset? scheduled) =>
        scheduled > fired ? scheduled.Value : fired;

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
