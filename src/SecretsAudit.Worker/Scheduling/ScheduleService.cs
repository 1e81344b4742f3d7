using Microsoft.Extensions.Hosting;

namespace SecretsAudit.Worker.Scheduling;

/// <summary>Ties the schedule to the host's life.</summary>
internal sealed class ScheduleService(IAuditSchedule schedule, TimeSpan grace) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => schedule.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => schedule.StopAsync(grace, cancellationToken);
}
