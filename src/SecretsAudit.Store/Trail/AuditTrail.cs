using System.Threading.Channels;

namespace SecretsAudit.Store.Trail;

/// <summary>Takes every event off the caller's path and appends in batches; a look-up waits for what happened before it.</summary>
internal sealed class AuditTrail : IAsyncDisposable
{
    private const int BatchLimit = 1000;

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly ITrailLog _log;
    private readonly Task _appending;

    public AuditTrail(ITrailLog log)
    {
        _log = log;
        _appending = Task.Run(AppendAsync);
    }

    public void Record(TrailEvent happened) => _queue.Writer.TryWrite(new(happened, null));

    /// <summary>Ends when everything recorded so far can be found.</summary>
    public Task FlushAsync()
    {
        var marker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite(new(null, marker)) ? marker.Task : _appending;
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
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < BatchLimit && _queue.Reader.TryRead(out var item))
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

            _log.Append(batch);
            markers.ForEach(marker => marker.SetResult());
            batch.Clear();
            markers.Clear();
        }
    }

    private readonly record struct Item(TrailEvent? Event, TaskCompletionSource? Marker);
}
