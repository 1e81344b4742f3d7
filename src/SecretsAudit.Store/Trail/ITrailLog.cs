namespace SecretsAudit.Store.Trail;

/// <summary>Where events are kept and found again. One thread appends at a time; look-ups may run beside it.</summary>
internal interface ITrailLog : IDisposable
{
    void Append(IReadOnlyList<TrailEvent> events);

    /// <summary>Forgets every event.</summary>
    void Clear();

    IReadOnlyList<TrailEntry> Lookup(TrailQuery query);
}
