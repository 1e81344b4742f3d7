using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>A step in a finding's life.</summary>
/// <param name="RunId">The run that saw it; its result may have been swept since.</param>
/// <param name="At">The moment that run judged at.</param>
/// <param name="State">The state it entered.</param>
internal sealed record FindingEvent(string RunId, DateTimeOffset At, FindingState State);
