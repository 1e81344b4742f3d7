namespace SecretsAudit.Store.Time;

/// <summary>The store's time: it follows the wall clock, or stands still, and can be moved forward but never back.</summary>
public sealed class StoreClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly bool _ticking;
    private DateTimeOffset _anchor;
    private long _anchorStamp;

    internal StoreClock(TimeProvider wall, DateTimeOffset? startAt, bool ticking)
    {
        Wall = wall;
        _ticking = ticking;
        _anchor = (startAt ?? wall.GetUtcNow()).ToUniversalTime();
        _anchorStamp = wall.GetTimestamp();
    }

    /// <summary>The outside world's time; signatures are judged by it, because a client signs with its own clock.</summary>
    public TimeProvider Wall { get; }

    /// <summary>Whether time runs on by itself.</summary>
    public bool IsTicking => _ticking;

    /// <summary>The present moment in the store, in UTC.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Read();
        }
    }

    /// <summary>Moves the clock without running what falls due; <see cref="ReferenceStore.MoveClockAsync"/> runs it.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var now = Read();
            if (instant < now)
            {
                throw new ArgumentOutOfRangeException(nameof(instant), $"The store's clock stands at {now:O} and cannot go back to {instant:O}.");
            }

            _anchor = instant.ToUniversalTime();
            _anchorStamp = Wall.GetTimestamp();
        }
    }

    private DateTimeOffset Read() => _ticking ? _anchor + Wall.GetElapsedTime(_anchorStamp) : _anchor;
}
