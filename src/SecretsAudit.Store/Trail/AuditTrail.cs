using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SecretsAudit.Store.Trail;

/// <summary>Takes every event off the caller's path and appends in batches; a look-up waits for what happened before it.</summary>
internal sealed class AuditTrail : IAsyncDisposable
{
    private const int BatchLimit = 1000;
    private const int PendingLimit = 100_000;

    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(2);

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions());
    private readonly ITrailLog _log;
    private readonly Task _appending;
    private bool _idle;

    private readonly Action<TrailEvent>? _published;

    /// <summary>A trail over a log; <paramref name="published"/> hears of each event as it is recorded.</summary>
    public AuditTrail(ITrailLog log, Action<TrailEvent>? published = null)
    {
        _log = log;
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
        return _queue.Writer.TryWrite(new(null, marker)) ? marker.Task : _appending;
    }

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
        await _appending.ConfigureAwait(false);
        _log.Dispose();
    }

    private async Task AppendAsync()
    {
        var batch = new List<TrailEvent>();
        var markers = new List<TaskCompletionSource>();
        var isIndexed = true;
        while (await WaitAsync(isIndexed).ConfigureAwait(false))
        {
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

            if (TryAppend(batch) || batch.Count >= PendingLimit)
            {
                batch.Clear();
            }

            markers.ForEach(marker => marker.SetResult());
            markers.Clear();
            isIndexed = false;
            if (_queue.Reader.Count == 0 && _idle)
            {
                isIndexed = IndexWhileIdle();
            }
        }
    }

    // With something left to index it wakes when nothing has happened for a while.
    private async Task<bool> WaitAsync(bool isIndexed)
    {
        _idle = false;
        var next = _queue.Reader.WaitToReadAsync();
        if (isIndexed || next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        var waiting = next.AsTask();
        _idle = await Task.WhenAny(waiting, Task.Delay(IdleAfter)).ConfigureAwait(false) != waiting;
        return _idle || await waiting.ConfigureAwait(false);
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
    }

    private readonly record struct Item(TrailEvent? Event, TaskCompletionSource? Marker);
}
