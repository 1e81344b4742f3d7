using System.Collections.Frozen;
using System.Diagnostics;
using SecretsAudit.Store.Operations;

namespace SecretsAudit.Store.Telemetry;

/// <summary>A store's own counts, for <c>/metrics</c>; OpenTelemetry's instruments are fed beside them when someone listens.</summary>
internal sealed class StoreStatistics
{
    private readonly FrozenDictionary<Operation, CallStatistics> _calls =
        OperationCatalogue.All.ToFrozenDictionary(operation => operation, _ => new CallStatistics());

    private long _commits;
    private long _writes;
    private long _failures;
    private long _rotated;
    private long _rotationFailures;

    public IEnumerable<KeyValuePair<Operation, CallStatistics>> Calls => _calls.OrderBy(pair => pair.Key.Permission, StringComparer.Ordinal);

    public long Commits => Volatile.Read(ref _commits);

    public long Writes => Volatile.Read(ref _writes);

    public long CommitFailures => Volatile.Read(ref _failures);

    public void Answered(Operation operation, long startedAt, int status)
    {
        _calls[operation].Add(startedAt, status);
        StoreMetrics.Answered(operation, Stopwatch.GetElapsedTime(startedAt), status);
    }

    public void Committed(int writes)
    {
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _writes, writes);
        StoreMetrics.Committed(writes);
    }

    public long RotationsSucceeded => Volatile.Read(ref _rotated);

    public long RotationsFailed => Volatile.Read(ref _rotationFailures);

    public void Rotated(bool succeeded) => Interlocked.Increment(ref succeeded ? ref _rotated : ref _rotationFailures);

    public void CommitFailed()
    {
        Interlocked.Increment(ref _failures);
        StoreMetrics.CommitFailed();
    }
}
