namespace SecretsAudit.Store.Trail;

/// <summary>Which events to look up, newest first.</summary>
internal sealed record TrailQuery
{
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>One of CloudTrail's lookup attributes; null for all events.</summary>
    public string? Attribute { get; init; }

    public string? Value { get; init; }

    /// <summary>Only events before this number; null for the newest.</summary>
    public long? Before { get; init; }

    public required int Limit { get; init; }
}

/// <summary>An event as LookupEvents answers it, with its number in the trail.</summary>
internal sealed record TrailEntry
{
    public required long Number { get; init; }

    public required string EventId { get; init; }

    public required string EventName { get; init; }

    public required bool ReadOnly { get; init; }

    public string? AccessKeyId { get; init; }

    public required DateTimeOffset EventTime { get; init; }

    public required string EventSource { get; init; }

    public string? Username { get; init; }

    public required IReadOnlyList<TrailResource> Resources { get; init; }

    public required string Record { get; init; }
}
