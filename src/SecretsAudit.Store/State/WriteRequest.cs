namespace SecretsAudit.Store.State;

/// <summary>An operation that waits for the writer.</summary>
internal interface IWriteRequest
{
    /// <summary>Runs the operation against a transaction; what it throws is kept for its caller.</summary>
    void Run(Transaction transaction);

    /// <summary>Answers the caller, after the batch is durable or has failed.</summary>
    void Answer(Exception? failure);
}

/// <summary>An operation with its answer.</summary>
internal sealed class WriteRequest<T>(Func<Transaction, T> work) : IWriteRequest
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _error;

    public Task<T> Task => _answer.Task;

    public void Run(Transaction transaction)
    {
        try
        {
            _result = work(transaction);
            transaction.Complete();
        }
#pragma warning disable CA1031 // not swallowed: it reaches the caller, and the others in the batch go on
        catch (Exception error)
#pragma warning restore CA1031
        {
            _error = error;
        }
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
}
