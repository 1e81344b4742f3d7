using Quartz;
using Quartz.Spi;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>Makes the one job there is; it lives as long as one fire.</summary>
internal sealed class AuditJobFactory(CronSchedule cron, IAuditWork work, CancellationToken stopping) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => new AuditJob(cron, work, stopping);

    public void ReturnJob(IJob job)
    {
    }
}
