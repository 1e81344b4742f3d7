using System.Collections.Concurrent;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Telemetry;

namespace SecretsAudit.Store.State;

/// <summary>
/// The one writer. Whoever finds it idle writes, for itself and for everyone who queued meanwhile: one durable commit per batch, no
/// thread hop for a lone caller, and nobody is answered or sees a row before it is durable.
/// </summary>
internal sealed class Writer(StoreState state, IJournal journal, StoreStatistics statistics) : IAsyncDisposable
{
    private const int BatchLimit = 1024;

    private readonly ConcurrentQueue<IWriteRequest> _queue = new();
    private int _busy;
    private volatile bool _closed;
    private volatile bool _lastCommitFailed;

    /// <summary>Whether the last commit reached the disk.</summary>
    public bool IsHealthy => !_lastCommitFailed;

    /// <summary>Runs one operation; the task ends after its changes are durable and published.</summary>
    /// <exception cref="StoreUnavailableException">The changes could not be made durable; nothing was changed.</exception>
    public Task<T> SubmitAsync<T>(Func<Transaction, T> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var request = new WriteRequest<T>(work);
        _queue.Enqueue(request);
        if (Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            Drain(handOver: true);
        }

        return request.Task;
    }

    /// <summary>Writes a consistent copy of what is durable to a folder; writes wait meanwhile, reads do not.</summary>
    public Task CopyToAsync(string directory) => SubmitAsync(_ =>
    {
        journal.CopyTo(directory);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (Volatile.Read(ref _busy) == 1 || !_queue.IsEmpty)
        {
            await Task.Yield();
        }

        journal.Dispose();
    }

    private void Drain(bool handOver)
    {
        while (true)
        {
            var answered = RunBatch();
            var waiting = _queue.Count;
            if (waiting == 0 && answered <= 1)
            {
                // A caller that queued just before the flag fell would wait for ever: look again after it fell.
                Interlocked.Exchange(ref _busy, 0);
                if (_queue.IsEmpty || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
                {
                    return;
                }
            }

            // The first caller has its answer, so the rest goes on without it. And callers that were answered together often come back
            // together: behind them in the pool's queue the next batch finds them all, where one at once would carry only the first.
            if (handOver || waiting * 2 < answered)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Drain(handOver: false), this, preferLocal: false);
                return;
            }
        }
    }

    // Answers how many callers it served.
    private int RunBatch()
    {
        var batch = new WriteBatch();
        var requests = new List<IWriteRequest>();
        while (requests.Count < BatchLimit && _queue.TryDequeue(out var request))
        {
            requests.Add(request);
            request.Run(new Transaction(state, batch));
        }

        var failure = Commit(batch, requests.Count);
        foreach (var request in requests)
        {
            request.Answer(failure);
        }

        return requests.Count;
    }

    private Exception? Commit(WriteBatch batch, int writes)
    {
        if (batch.IsEmpty)
        {
            return null;
        }

        try
        {
            journal.Commit(batch.Changes);
        }
#pragma warning disable CA1031 // whatever stopped the commit reaches every caller of the batch, and the writer goes on
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _lastCommitFailed = true;
            statistics.CommitFailed();
            return failure;
        }

        _lastCommitFailed = false;
        statistics.Committed(writes);
        foreach (var change in batch.Changes)
        {
            state.Publish(change.Old, change.Next);
        }

        return null;
    }
}
