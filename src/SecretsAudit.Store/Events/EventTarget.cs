namespace SecretsAudit.Store.Events;

/// <summary>Where events go that match a pattern, as an EventBridge rule with an HTTP target sends them.</summary>
/// <param name="Name">The rule's name, for the dead-letter file.</param>
/// <param name="Pattern">The event pattern.</param>
/// <param name="Address">Takes each event as a POST with a JSON body; any 2xx counts as delivered.</param>
/// <param name="DeadLetterFile">Takes, one JSON document a line, what could not be delivered; null loses it.</param>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html"/>
public sealed record EventTarget(string Name, EventPattern Pattern, Uri Address, string? DeadLetterFile = null)
{
    /// <summary>Whether reads (Describe, Get, List) are sent, too; by default they are not, as at AWS.</summary>
    public bool IncludeReads { get; init; }

    /// <summary>How often a delivery is tried before the event is a dead letter: 1 to 10, default 4.</summary>
    public int Attempts { get; init; } = 4;
}
