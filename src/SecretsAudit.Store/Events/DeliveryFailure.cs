namespace SecretsAudit.Store.Events;

/// <summary>Why an event was not delivered.</summary>
/// <param name="Code">For machines: CONNECTION_FAILURE, TIMEOUT, HTTP_503, QUEUE_FULL, STOPPED.</param>
/// <param name="Message">For people; without the target's address, which may hold a token.</param>
internal sealed record DeliveryFailure(string Code, string Message)
{
    /// <summary>Whether another attempt may succeed.</summary>
    public bool MayPass { get; init; }
}
