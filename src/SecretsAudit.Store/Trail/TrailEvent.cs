using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations;

namespace SecretsAudit.Store.Trail;

/// <summary>A resource that an event is about.</summary>
internal readonly record struct TrailResource(string Type, string Arn);

/// <summary>One call, allowed or denied, or something the service did by itself. It never holds a value.</summary>
internal sealed record TrailEvent
{
    public required string EventId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account whose trail records it.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Source { get; init; }

    public required string Name { get; init; }

    public required bool ReadOnly { get; init; }

    /// <summary>Who called, as it is known at the moment of the call.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Who caused it, as the record shows; of a call it is made of the caller when the event is written, off the caller's path.</summary>
    public TrailIdentity Identity
    {
        get => field ??= Caller!.Identity;

        // Null, for a caller that signed, is made of the caller at the first reading.
        init;
    }

    public string? RequestId { get; init; }

    /// <summary>What the records of one call in several accounts have in common; null for a call that one account records.</summary>
    public string? SharedEventId { get; init; }

    /// <summary>The operation that was called; null for what the service did by itself.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The request without what CloudTrail hides; written as JSON when the event is.</summary>
    public object? Parameters { get; init; }

    /// <summary>The request in AWS's JSON.</summary>
    public byte[]? Request
    {
        get => field ?? (Parameters is { } parameters ? Operation?.Describe(parameters) : null);
        init;
    }

    /// <summary>The response of a change, without values.</summary>
    public byte[]? Response { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public IReadOnlyList<TrailResource> Resources { get; init; } = [];

    /// <summary>The record's text, for an event that an older format kept as text; else null.</summary>
    public string? Rendered { get; init; }

    /// <summary>Whether the service itself caused it, as in a rotation.</summary>
    public bool IsServiceEvent { get; init; }

    public string EventType => IsServiceEvent ? "AwsServiceEvent" : "AwsApiCall";
}
