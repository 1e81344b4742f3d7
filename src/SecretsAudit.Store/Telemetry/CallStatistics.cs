using System.Diagnostics;

namespace SecretsAudit.Store.Telemetry;

/// <summary>One operation's calls since the store opened: how many, how they ended, how long they took. Written on every call, without a lock.</summary>
internal sealed class CallStatistics
{
    /// <summary>The upper ends of the duration classes, in seconds.</summary>
    public static readonly IReadOnlyList<double> Bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly long[] BoundTicks = [.. Bounds.Select(bound => (long)(bound * Stopwatch.Frequency))];

    private readonly long[] _classes = new long[Bounds.Count + 1];
    private long _ticks;
    private long _refused;
    private long _failed;

    public long Refused => Volatile.Read(ref _refused);

    public long Failed => Volatile.Read(ref _failed);

    public double TotalSeconds => (double)Volatile.Read(ref _ticks) / Stopwatch.Frequency;

    public void Add(long startedAt, int status)
    {
        var ticks = Stopwatch.GetTimestamp() - startedAt;
        var at = 0;
        while (at < BoundTicks.Length && ticks > BoundTicks[at])
        {
            at++;
        }

        Interlocked.Increment(ref _classes[at]);
        Interlocked.Add(ref _ticks, ticks);
        if (status >= 500)
        {
            Interlocked.Increment(ref _failed);
        }
        else if (status >= 400)
        {
            Interlocked.Increment(ref _refused);
        }
    }

    /// <summary>How many calls fell into each class, the last one above every bound.</summary>
    public long[] Classes()
    {
        var classes = new long[_classes.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = Volatile.Read(ref _classes[i]);
        }

        return classes;
    }
}
