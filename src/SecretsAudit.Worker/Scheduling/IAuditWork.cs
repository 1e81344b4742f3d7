namespace SecretsAudit.Worker.Scheduling;

/// <summary>What the schedule runs. It must bear being called twice for one slot: a recovery after a crash may do so.</summary>
internal interface IAuditWork
{
    /// <summary>Does the work of one slot, unless it is done already.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="stopping">Cancelled when the worker stops and its patience has ended.</param>
    Task RunAsync(AuditSlot slot, CancellationToken stopping);
}
