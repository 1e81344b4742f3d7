using System.Collections.Concurrent;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Telemetry;

namespace SecretsAudit.Store.State;

/// <summary>
/// The one writer. Whoever finds it idle writes for itself, without a thread hop. When others queue meanwhile, a thread takes over: while it
/// waits for the disk, callers run ahead of their turn. Nobody is answered or sees a row before it is durable.
/// </summary>
internal sealed class Writer(StoreState state, IJournal journal, StoreStatistics statistics) : IAsyncDisposable
{
    private const int BatchLimit = 1024;
    private const int MostKept = 4 * BatchLimit;

    private readonly ConcurrentQueue<IWriteRequest> _queue = new();
    private readonly Subjects _subjects = new();
    private WriteBatch _batch = new(state);
    private WriterThread? _thread;
    private int _busy;
    private volatile bool _closed;
    private volatile bool _lastCommitFailed;

    /// <summary>Whether the last commit reached the disk.</summary>
    public bool IsHealthy => !_lastCommitFailed;

    /// <summary>Runs one operation; the task ends after its changes are durable and published.</summary>
    /// <param name="work">The operation; it may run more than once, and only what it did last counts.</param>
    /// <param name="mayRunAhead">
    /// Whether it looks at nothing but the transaction's rows. Then it need not wait for its turn: it runs at once on the caller's thread, and
    /// when its turn comes that is good unless one of these rows has changed meanwhile.
    /// </param>
    /// <param name="subject">
    /// What it is about, when that is known: while another that is about the same waits, it does not run ahead, since that would be for nothing.
    /// </param>
    /// <exception cref="StoreUnavailableException">The changes could not be made durable; nothing was changed.</exception>
    public Task<T> SubmitAsync<T>(Func<Transaction, T> work, bool mayRunAhead = false, string? subject = null)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var request = new WriteRequest<T>(state, journal, work) { Subject = subject };
        if (_subjects.Enter(subject) && mayRunAhead && Volatile.Read(ref _busy) == 1)
        {
            request.RunAhead();
        }

        _queue.Enqueue(request);
        if (Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            WriteAlone();
        }
        else
        {
            _thread?.Notice();
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

        _thread?.Dispose();
        journal.Dispose();
    }

    // The caller's own thread: one batch, mostly of one. Who comes meanwhile is left to the writer's.
    private void WriteAlone()
    {
        Write();
        if (!TryRest())
        {
            (_thread ??= new(Write, () => _queue.Count, TryRest)).Wake();
        }
    }

    // True when nobody waits and the next caller writes alone.
    private bool TryRest()
    {
        if (!_queue.IsEmpty)
        {
            return false;
        }

        // A caller that queued just before the flag fell would wait for ever: look again after it fell.
        Interlocked.Exchange(ref _busy, 0);
        return _queue.IsEmpty || Interlocked.CompareExchange(ref _busy, 1, 0) != 0;
    }

    // Answers for how many.
    private int Write()
    {
        var batch = _batch;
        while (batch.Requests.Count < BatchLimit && _queue.TryDequeue(out var request))
        {
            batch.Run(request);
        }

        var failure = batch.Count == 0 ? null : TryCommit(batch);
        var answered = batch.Requests.Count;
        foreach (var request in batch.Requests)
        {
            _subjects.Leave(request.Subject);
            request.Answer(failure);
        }

        // Used again, unless one operation has changed more than many do.
        if (batch.Count > MostKept)
        {
            _batch = new(state);
        }
        else
        {
            batch.Clear();
        }

        return answered;
    }

    private Exception? TryCommit(WriteBatch batch)
    {
        try
        {
            journal.Commit(batch.Encoded);
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
        statistics.Committed(batch.Requests.Count);
        batch.Publish(state);
        return null;
    }
}
