namespace SecretsAudit.Worker.Scheduling;

/// <summary>Says when audits run and makes them run, one at a time. What is scheduled survives the process.</summary>
internal interface IAuditSchedule
{
    /// <summary>The schedule in force.</summary>
    CronSchedule Cron { get; }

    /// <summary>Opens the durable schedule and begins to fire; a slot missed while nothing ran fires once, now.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>The next time the schedule fires (UTC); null when it never does again.</summary>
    Task<DateTimeOffset?> NextFireAsync(CancellationToken cancellationToken);

    /// <summary>Asks for an audit outside the schedule, to run as soon as no other does.</summary>
    /// <returns>False when one of the same origin is waiting or running already.</returns>
    Task<bool> RequestAsync(AuditSlot slot, CancellationToken cancellationToken);

    /// <summary>Fires no more, lets a running audit finish within the grace period, then cancels it.</summary>
    Task StopAsync(TimeSpan grace, CancellationToken cancellationToken);
}
