using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>An operation that waits for the writer.</summary>
internal interface IWriteRequest
{
    /// <summary>What it writes, as it goes to disk; known after <see cref="Run"/>.</summary>
    EncodedRows Encoded { get; }

    /// <summary>What it is about; null when that is not known.</summary>
    string? Subject { get; }

    /// <summary>Runs the operation over a batch and adds its changes; what it throws is kept for its caller.</summary>
    void Run(WriteBatch batch);

    /// <summary>Answers the caller, after the batch is durable or has failed.</summary>
    void Answer(Exception? failure);
}

/// <summary>An operation with its answer. It may run more than once: only what it did last counts.</summary>
internal sealed class WriteRequest<T>(StoreState published, IJournal journal, Func<Transaction, T> work) : IWriteRequest
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadRows? _ahead;
    private IReadOnlyList<RowChange> _changes = [];
    private T? _result;
    private Exception? _error;

    public Task<T> Task => _answer.Task;

    public string? Subject { get; init; }

    public EncodedRows Encoded { get; private set; } = EncodedRows.None;

    /// <summary>
    /// Runs the operation over what is published, on the caller's own thread. The writer takes that over when every row that it read is
    /// still the same, and runs it again otherwise.
    /// </summary>
    public void RunAhead()
    {
        var rows = new ReadRows(published);
        Work(rows);
        _ahead = rows;
    }

    public void Run(WriteBatch batch)
    {
        if (_ahead?.AreStillIn(batch) is not true)
        {
            Work(batch);
        }

        _ahead = null;
        batch.Add(_changes);
    }

    public void Answer(Exception? failure)
    {
        if ((_error ?? failure) is { } error)
        {
            _answer.SetException(error);
        }
        else
        {
            _answer.SetResult(_result!);
        }
    }

    private void Work(IRowSource rows)
    {
        (_error, _changes, Encoded) = (null, [], EncodedRows.None);
        try
        {
            var transaction = new Transaction(published, rows);
            _result = work(transaction);
            var changes = transaction.Changes;
            Encoded = journal.Encode(changes);
            _changes = changes;
        }
#pragma warning disable CA1031 // not swallowed: it reaches the caller, and the others in the batch go on
        catch (Exception error)
#pragma warning restore CA1031
        {
            _error = error;
        }
    }
}
