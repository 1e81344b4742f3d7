namespace SecretsAudit.Store.Events;

/// <summary>Where events go that match a pattern, as an EventBridge rule with an HTTP target sends them.</summary>
/// <param name="Name">The rule's name; a dead letter tells it.</param>
/// <param name="Pattern">The event pattern.</param>
/// <param name="Address">Takes each event as a POST with a JSON body; any 2xx within 5 seconds counts as delivered.</param>
/// <param name="DeadLetterFile">
/// Takes what could not be delivered, one JSON document a line: <c>rule</c>, <c>errorCode</c>, <c>errorMessage</c>, <c>retryAttempts</c> and the <c>event</c>; null loses it.
/// </param>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html"/>
public sealed record EventTarget(string Name, EventPattern Pattern, Uri Address, string? DeadLetterFile = null)
{
    /// <summary>Whether reads (Describe, Get, List) are sent, too; by default they are not, as at AWS.</summary>
    public bool IncludeReads { get; init; }

    /// <summary>
    /// How often a delivery is tried before the event is a dead letter: 1 to 10, default 4. Without an answer and after 401, 407, 409, 429 and 5xx it is
    /// tried again; any other status is final.
    /// </summary>
    public int Attempts { get; init; } = 4;
}
