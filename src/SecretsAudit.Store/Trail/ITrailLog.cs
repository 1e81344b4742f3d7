namespace SecretsAudit.Store.Trail;

/// <summary>Where events are kept and found again. One thread appends at a time; look-ups may run beside it.</summary>
internal interface ITrailLog : IDisposable
{
    void Append(IReadOnlyList<TrailEvent> events);

    /// <summary>Makes some more of the appended events quick to find; false when nothing is left to do. Look-ups do what is left themselves.</summary>
    bool IndexSome();

    /// <summary>Writes a consistent copy to a new file in a folder; a trail in memory has none.</summary>
    void CopyTo(string directory);

    /// <summary>Forgets every event.</summary>
    void Clear();

    IReadOnlyList<TrailEntry> Lookup(TrailQuery query);

    /// <summary>The accounts and regions that have events.</summary>
    IReadOnlyList<(string Account, string Region)> Places();

    /// <summary>Forgets what happened before a moment.</summary>
    void Forget(DateTimeOffset before);
}
