namespace SecretsAudit.Store.State;

/// <summary>
/// The two threads of a busy writer. They are the writer's own, since both wait for the disk and the pool has few: one runs the next batch
/// while the other commits the last one. They sleep while callers come one by one.
/// </summary>
internal sealed class WriterThreads : IDisposable
{
    private readonly Func<WriteBatch?, WriteBatch> _run;
    private readonly Action<WriteBatch> _commit;
    private readonly Func<int> _waiting;
    private readonly Func<bool> _tryRest;

    // How long the threads stay awake for callers whom they have just answered, and may yield to them before they run the first few.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);
    private const int MostYields = 16;

    // A monitor: it waits without spinning, and the processor time is the callers'.
    private readonly object _gate = new();
    private volatile bool _isListening;
    private bool _isAwake;
    private WriteBatch? _handed;
    private bool _closed;

    /// <param name="run">Runs what waits, over a batch that may not be committed yet.</param>
    /// <param name="commit">Commits a batch and answers its callers.</param>
    /// <param name="waiting">How many wait to be run.</param>
    /// <param name="tryRest">Gives the writer back; not when somebody waits.</param>
    public WriterThreads(Func<WriteBatch?, WriteBatch> run, Action<WriteBatch> commit, Func<int> waiting, Func<bool> tryRest)
    {
        (_run, _commit, _waiting, _tryRest) = (run, commit, waiting, tryRest);
        new Thread(Run) { Name = "store-run", IsBackground = true }.Start();
        new Thread(Commit) { Name = "store-commit", IsBackground = true }.Start();
    }

    /// <summary>Takes over until nobody waits.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _isAwake = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Tells of a caller, when the threads are about to fall asleep.</summary>
    public void Notice()
    {
        if (_isListening)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Run()
    {
        while (true)
        {
            lock (_gate)
            {
                while (!_isAwake && !_closed)
                {
                    Monitor.Wait(_gate);
                }

                if (_closed)
                {
                    return;
                }

                _isAwake = false;
            }

            RunUntilNobodyWaits();
        }
    }

    private void RunUntilNobodyWaits()
    {
        WriteBatch? earlier = null;
        while (true)
        {
            if (_waiting() == 0)
            {
                // Nothing to run ahead of the disk; whoever it answers comes next.
                WaitForTheDisk();
                if (!Gather(earlier?.Requests.Count ?? 0) && _tryRest())
                {
                    return;
                }
            }

            var batch = _run(earlier);
            Hand(batch);
            earlier?.Forget();
            if (earlier?.Failure is null)
            {
                earlier = batch;
                continue;
            }

            // This one ran over rows that did not come to be and fails with them; the next starts from what is there.
            WaitForTheDisk();
            earlier = null;
        }
    }

    // Callers that were answered together come back together, one after another: half of them at once are worth more than the first alone.
    private bool Gather(int answered)
    {
        if (answered <= 1)
        {
            return _waiting() > 0;
        }

        if (_waiting() == 0)
        {
            lock (_gate)
            {
                _isListening = true;
                if (_waiting() == 0)
                {
                    Monitor.Wait(_gate, Patience);
                }

                _isListening = false;
            }
        }

        for (var yields = 0; yields < MostYields && _waiting() * 2 < answered; yields++)
        {
            Thread.Yield();
        }

        return _waiting() > 0;
    }

    // Returns after the batch before is done with.
    private void Hand(WriteBatch batch)
    {
        lock (_gate)
        {
            while (_handed is not null)
            {
                Monitor.Wait(_gate);
            }

            _handed = batch;
            Monitor.PulseAll(_gate);
        }
    }

    private void WaitForTheDisk()
    {
        lock (_gate)
        {
            while (_handed is not null)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Commit()
    {
        while (true)
        {
            WriteBatch batch;
            lock (_gate)
            {
                while (_handed is null && !_closed)
                {
                    Monitor.Wait(_gate);
                }

                if (_handed is null)
                {
                    return;
                }

                batch = _handed;
            }

            _commit(batch);
            lock (_gate)
            {
                _handed = null;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
