using Microsoft.Extensions.Logging;
using Quartz;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>The schedule on Quartz.NET, durable in an SQLite file.</summary>
/// <param name="cron">When to fire.</param>
/// <param name="databaseFile">The file; made when absent.</param>
/// <param name="work">What to run.</param>
/// <param name="time">Ends the grace period of a stop.</param>
/// <param name="loggers">Where Quartz's own messages go.</param>
internal sealed class QuartzSchedule(CronSchedule cron, string databaseFile, IAuditWork work, TimeProvider time, ILoggerFactory loggers)
    : IAuditSchedule, IDisposable
{
    private static readonly JobKey Audit = new("audit");
    private static readonly TriggerKey CronKey = new("cron");

    private readonly CancellationTokenSource _stopping = new(Timeout.InfiniteTimeSpan, time);
    private readonly ILogger _log = loggers.CreateLogger<QuartzSchedule>();
    private IScheduler? _scheduler;

    /// <inheritdoc/>
    public CronSchedule Cron => cron;

    private IScheduler Scheduler => _scheduler ?? throw new InvalidOperationException("The schedule has not been started.");

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ScheduleTables.Create(databaseFile);
        _scheduler = await new PrivateSchedulerFactory(databaseFile, loggers).GetScheduler(cancellationToken);
        _scheduler.JobFactory = new AuditJobFactory(cron, work, _stopping.Token);

        await StoreJobAsync(cancellationToken);
        await StoreCronTriggerAsync(cancellationToken);
        await _scheduler.Start(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextFireAsync(CancellationToken cancellationToken)
    {
        var trigger = await Scheduler.GetTrigger(CronKey, cancellationToken);
        return trigger?.GetNextFireTimeUtc();
    }

    /// <inheritdoc/>
    public async Task<bool> RequestAsync(AuditSlot slot, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity($"on-{slot.Origin}".ToLowerInvariant())
            .ForJob(Audit)
            .UsingJobData(SlotInJob.Write(slot))
            .WithSimpleSchedule(simple => simple.WithMisfireHandlingInstructionFireNow())
            .StartNow()
            .Build();

        try
        {
            await Scheduler.ScheduleJob(trigger, cancellationToken);
            return true;
        }
        catch (ObjectAlreadyExistsException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        if (_scheduler is not { IsShutdown: false } scheduler)
            return;

        await scheduler.Standby(cancellationToken);
        if (grace > TimeSpan.Zero)
            _stopping.CancelAfter(grace);
        else
            await _stopping.CancelAsync();

        if ((await scheduler.GetCurrentlyExecutingJobs(cancellationToken)).Count > 0)
            _log.LogInformation("Stopping; the running audit has {Grace} to finish.", grace);

        // An audit that ignores its cancellation must not keep the process: the next start marks it interrupted.
        await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).WaitAsync(grace + TimeSpan.FromSeconds(5), time, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private Task StoreJobAsync(CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<AuditJob>()
            .WithIdentity(Audit)
            .StoreDurably()
            .RequestRecovery() // a fire that a crash cut off fires again at the next start
            .Build();

        return Scheduler.AddJob(job, replace: true, cancellationToken);
    }

    // An unchanged trigger is left alone: it remembers the fire time that passed while nothing ran.
    private async Task StoreCronTriggerAsync(CancellationToken cancellationToken)
    {
        if (await Scheduler.GetTrigger(CronKey, cancellationToken) is ICronTrigger stored
            && stored.CronExpressionString == cron.QuartzText
            && stored.TimeZone.Id == cron.Zone.Id)
        {
            return;
        }

        // However many slots were missed, one audit of now serves them all.
        var trigger = TriggerBuilder.Create()
            .WithIdentity(CronKey)
            .ForJob(Audit)
            .WithCronSchedule(cron.QuartzText, schedule => schedule.InTimeZone(cron.Zone).WithMisfireHandlingInstructionFireAndProceed())
            .StartNow()
            .Build();

        if (await Scheduler.RescheduleJob(CronKey, trigger, cancellationToken) is null)
            await Scheduler.ScheduleJob(trigger, cancellationToken);
    }
}
