using Quartz;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>Quartz's view of an audit. At most one runs at a time, whatever fires.</summary>
[DisallowConcurrentExecution]
internal sealed class AuditJob(CronSchedule cron, IAuditWork work, CancellationToken stopping) : IJob
{
    public Task Execute(IJobExecutionContext context) => work.RunAsync(SlotInJob.Read(context, cron), stopping);
}
