namespace SecretsAudit.Store.State;

/// <summary>
/// The thread of a busy writer. It is the writer's own, since it waits for the disk and the pool has few; meanwhile the callers run their next
/// operations ahead on the pool's. It sleeps while callers come one by one.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    // How long it stays awake for callers whom it has just answered, and may yield to them before it writes for the first few.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);
    private const int MostYields = 16;

    private readonly Func<int> _write;
    private readonly Func<int> _waiting;
    private readonly Func<bool> _tryRest;

    // A monitor: it waits without spinning, and the processor time is the callers'.
    private readonly object _gate = new();
    private volatile bool _isListening;
    private bool _isAwake;
    private bool _closed;

    /// <param name="write">Writes for all who wait; answers how many they were.</param>
    /// <param name="waiting">How many wait.</param>
    /// <param name="tryRest">Gives the writer back; not when somebody waits.</param>
    public WriterThread(Func<int> write, Func<int> waiting, Func<bool> tryRest)
    {
        (_write, _waiting, _tryRest) = (write, waiting, tryRest);
        new Thread(Run) { Name = "store-write", IsBackground = true }.Start();
    }

    /// <summary>Takes over until nobody waits.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _isAwake = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Tells of a caller, when the thread is about to fall asleep.</summary>
    public void Notice()
    {
        if (_isListening)
        {
            lock (_gate)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
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

            WriteUntilNobodyWaits();
        }
    }

    private void WriteUntilNobodyWaits()
    {
        var answered = 0;
        while (_waiting() > 0 || Gather(answered) || !_tryRest())
        {
            answered = _write();
        }
    }

    // Callers that were answered together come back together, one after another: half of them at once are worth more than the first alone.
    private bool Gather(int answered)
    {
        if (answered <= 1)
        {
            return _waiting() > 0;
        }

        lock (_gate)
        {
            _isListening = true;
            if (_waiting() == 0)
            {
                Monitor.Wait(_gate, Patience);
            }

            _isListening = false;
        }

        for (var yields = 0; yields < MostYields && _waiting() * 2 < answered; yields++)
        {
            Thread.Yield();
        }

        return _waiting() > 0;
    }
}
