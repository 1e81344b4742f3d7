namespace SecretsAudit.Store.Trail;

/// <summary>Where events are kept and found again. One thread appends at a time; look-ups may run beside it.</summary>
internal interface ITrailLog : IDisposable
{
    void Append(IReadOnlyList<TrailEvent> events);

    IReadOnlyList<TrailEntry> Lookup(TrailQuery query);

    /// <summary>The accounts and regions that have events.</summary>
    IReadOnlyList<(string Account, string Region)> Places();

    /// <summary>Forgets what happened before a moment.</summary>
    void Forget(DateTimeOffset before);
}
