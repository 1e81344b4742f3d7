using Amazon.CloudTrail.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Counts the reads of each secret, under whatever name the caller used for it.</summary>
internal sealed class TrailTally
{
    private readonly Dictionary<string, TrailCount> _counts = new(StringComparer.Ordinal);

    /// <summary>Successful reads that name no secret we could count them for.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The oldest event seen.</summary>
    public DateTimeOffset? Oldest { get; private set; }

    public void Add(Event record)
    {
        if (record.EventSource is { } source && source != "secretsmanager.amazonaws.com")
            return;
        var at = ListedSecret.Utc(record.EventTime);
        if (at < Oldest || Oldest is null)
            Oldest = at;

        var read = TrailRecord.Of(record);
        if (read.SecretId is not { Length: > 0 } secret)
        {
            // A refused or failed call need not name its secret; a successful one does.
            if (read.ErrorCode is null)
                Unreadable++;
            return;
        }
        if (!_counts.TryGetValue(secret, out var count))
            _counts.Add(secret, count = new TrailCount());
        count.Add(read, at);
    }

    /// <summary>The use of the window that was seen.</summary>
    /// <param name="start">How far back it was seen.</param>
    /// <param name="end">Where the window ends.</param>
    /// <param name="whole">False when part of the asked window is missing: a secret without events is then unknown, not unused.</param>
    /// <param name="origin">The last read.</param>
    public TrailUse Close(DateTimeOffset start, DateTimeOffset end, bool whole, FactOrigin origin) => new(_counts, start, end, whole, origin);
}

/// <summary>The reads of one secret.</summary>
internal sealed class TrailCount
{
    private readonly HashSet<string> _readers = new(StringComparer.Ordinal);

    public long Reads { get; private set; }

    public long DeniedReads { get; private set; }

    public long FailedReads { get; private set; }

    public DateTimeOffset? LastRead { get; private set; }

    public DateTimeOffset? LastAttempt { get; private set; }

    public IEnumerable<string> Readers => _readers;

    public void Add(TrailRecord read, DateTimeOffset? at)
    {
        if (LastAttempt is null || at > LastAttempt)
            LastAttempt = at;
        if (read.ErrorCode is { } code)
        {
            if (code.StartsWith("AccessDenied", StringComparison.Ordinal))
                DeniedReads++;
            else
                FailedReads++;
            return;
        }
        Reads++;
        if (LastRead is null || at > LastRead)
            LastRead = at;
        if (read.Principal is { } principal)
            _readers.Add(principal);
    }
}
