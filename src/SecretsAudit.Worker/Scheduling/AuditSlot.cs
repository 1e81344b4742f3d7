namespace SecretsAudit.Worker.Scheduling;

/// <summary>The moment an audit is for. It identifies the unit of work: whatever fires twice, a slot is recorded once.</summary>
/// <param name="At">The scheduled instant, or the instant of the request (UTC).</param>
/// <param name="Origin">Who asked.</param>
internal sealed record AuditSlot(DateTimeOffset At, SlotOrigin Origin);
