using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>Takes every event off the caller's path and appends in batches; a look-up waits for what happened before it.</summary>
internal sealed partial class AuditTrail : IAsyncDisposable
{
    private const int BatchLimit = 4000;
    private const int PendingLimit = 100_000;

    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(2);

    // Events are gathered for so long unless somebody waits for them: a batch costs one commit, and a caller never has to wake the appender.
    // No longer, because what waits outlives a collection of the garbage collector, which then has to move it.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions());
    private readonly ITrailLog _log;
    private readonly ILogger _logger;
    private readonly Task _appending;
    private TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lost;

    private readonly Action<TrailEvent>? _published;

    /// <summary>A trail over a log; <paramref name="published"/> hears of each event as it is recorded.</summary>
    public AuditTrail(ITrailLog log, ILogger logger, Action<TrailEvent>? published = null)
    {
        _log = log;
        _logger = logger;
        _published = published;
        _appending = Task.Run(AppendAsync);
    }

    public void Record(TrailEvent happened)
    {
        _queue.Writer.TryWrite(new(happened, null));
        _published?.Invoke(happened);
    }

    public IReadOnlyList<(string Account, string Region)> Places() => _log.Places();

    /// <summary>Forgets what happened before a moment.</summary>
    public async Task ForgetAsync(DateTimeOffset before)
    {
        await FlushAsync().ConfigureAwait(false);
        _log.Forget(before);
    }

    /// <summary>Ends when everything recorded so far can be found.</summary>
    public Task FlushAsync()
    {
        var marker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_queue.Writer.TryWrite(new(null, marker)))
        {
            return _appending;
        }

        Volatile.Read(ref _hurry).TrySetResult();
        return marker.Task;
    }

    /// <summary>How many events could not be appended and are gone: a defect, or a disk that stayed full.</summary>
    public long LostCount => Interlocked.Read(ref _lost);

    /// <summary>How many events wait to be appended.</summary>
    public int PendingCount => _queue.Reader.Count;

    /// <summary>Writes a copy with everything recorded so far to a folder.</summary>
    public async Task CopyToAsync(string directory)
    {
        await FlushAsync().ConfigureAwait(false);
        _log.CopyTo(directory);
    }

    /// <summary>Forgets every event recorded so far.</summary>
    public async Task ClearAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        _log.Clear();
    }

    public IReadOnlyList<TrailEntry> Lookup(TrailQuery query) => _log.Lookup(query);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        Volatile.Read(ref _hurry).TrySetResult();
        await _appending.ConfigureAwait(false);
        _log.Dispose();
    }

    private async Task AppendAsync()
    {
        var batch = new List<TrailEvent>();
        var markers = new List<TaskCompletionSource>();
        var isIndexed = true;
        while (await WaitAsync(isIndexed).ConfigureAwait(false) is var wait && wait != Wait.Closed)
        {
            var isIdle = wait == Wait.Idle;
            await GatherAsync(isIdle).ConfigureAwait(false);
            for (var taken = 0; taken < BatchLimit && _queue.Reader.TryRead(out var item); taken++)
            {
                if (item.Event is { } happened)
                {
                    batch.Add(happened);
                }

                if (item.Marker is { } marker)
                {
                    markers.Add(marker);
                }
            }

            if (batch.Count > 0 && TryAppend(batch))
            {
                batch.Clear();
            }
            else if (batch.Count >= PendingLimit)
            {
                Lose(batch.Count, "the disk takes none");
                batch.Clear();
            }

            markers.ForEach(marker => marker.SetResult());
            markers.Clear();
            isIndexed = false;
            if (_queue.Reader.Count == 0 && isIdle)
            {
                isIndexed = IndexWhileIdle();
            }
        }
    }

    private async Task GatherAsync(bool isIdle)
    {
        var hurry = _hurry.Task;
        if (_queue.Reader.Count < BatchLimit && !isIdle && !_queue.Reader.Completion.IsCompleted)
        {
            await Task.WhenAny(hurry, Task.Delay(Gather)).ConfigureAwait(false);
        }

        if (hurry.IsCompleted)
        {
            // Whoever set it queued its marker before: the batch that follows holds it.
            Volatile.Write(ref _hurry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    // With something left to index it wakes when nothing has happened for a while.
    private async Task<Wait> WaitAsync(bool isIndexed)
    {
        var waiting = _queue.Reader.WaitToReadAsync().AsTask();
        return !isIndexed && await Task.WhenAny(waiting, Task.Delay(IdleAfter)).ConfigureAwait(false) != waiting ? Wait.Idle
            : await waiting.ConfigureAwait(false) ? Wait.Recorded
            : Wait.Closed;
    }

    // True when nothing is left to do.
    private bool IndexWhileIdle()
    {
        try
        {
            while (_log.IndexSome())
            {
                // Some at a time, so that new events and look-ups do not wait.
                if (_queue.Reader.Count > 0)
                {
                    return false;
                }
            }
        }
        catch (SqliteException)
        {
            // A full disk: a look-up tries again, and tells.
        }
        catch (StoreDamagedException damage)
        {
            // New events are appended all the same.
            LogDefect(_logger, damage);
        }

        return true;
    }

    // A full disk must not end the trail: the batch waits for the next one, up to a limit.
    private bool TryAppend(List<TrailEvent> batch)
    {
        try
        {
            _log.Append(batch);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
#pragma warning disable CA1031 // one event that cannot be written must not end the trail: it is logged, counted and left out
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(_logger, defect);
            return batch.Count == 1 ? Lose(1, "it cannot be written") : AppendOneByOne(batch);
        }
    }

    // Some event of the batch cannot be written: the others can.
    private bool AppendOneByOne(List<TrailEvent> batch)
    {
        while (batch.Count > 0)
        {
            if (!TryAppend([batch[0]]))
            {
                return false;
            }

            batch.RemoveAt(0);
        }

        return true;
    }

    private bool Lose(int count, string why)
    {
        Interlocked.Add(ref _lost, count);
        LogLost(_logger, count, why);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An event could not be appended to the trail or indexed, for a reason that is the store's own.")]
    private static partial void LogDefect(ILogger logger, Exception defect);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} events are missing from the trail: {Why}.")]
    private static partial void LogLost(ILogger logger, int count, string why);

    /// <summary>What ended a wait: an event or a marker, nothing for a while, or the end.</summary>
    private enum Wait
    {
        Recorded,
        Idle,
        Closed,
    }

    private readonly record struct Item(TrailEvent? Event, TaskCompletionSource? Marker);
}
