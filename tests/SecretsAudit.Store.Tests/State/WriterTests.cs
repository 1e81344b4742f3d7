using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Telemetry;

namespace SecretsAudit.Store.Tests.State;

/// <summary>The one writer, when the disk refuses a batch that the next one already builds upon.</summary>
public sealed class WriterTests
{
    private static readonly RetentionConfiguration Row = new() { Account = "123456789012", Region = "eu-west-1", Name = "default", Days = 30 };

    [Fact]
    public async Task Who_saw_a_row_that_never_came_to_be_is_not_told_that_it_is_there()
    {
        using var journal = new RefusingJournal();
        await using var writer = new Writer(new StoreState(), journal, new StoreStatistics());
        // Alone, on a thread of its own; the threads that work ahead take over from the second on.
        var first = Task.Run(() => writer.SubmitAsync(transaction => Put(transaction, Row with { Name = "first" })));
        await journal.Entered.WaitAsync();
        var refused = writer.SubmitAsync(transaction => Put(transaction, Row));
        journal.Go.Release();
        await first;
        await journal.Entered.WaitAsync();

        var reader = writer.SubmitAsync(transaction => transaction.Find(Row.Id));
        journal.Refuses = true;
        journal.Go.Release();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => refused);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => reader);
        journal.Refuses = false;
        Assert.Null(await writer.SubmitAsync(transaction => transaction.Find(Row.Id)));
    }

    private static bool Put(Transaction transaction, RetentionConfiguration row)
    {
        transaction.Put(row);
        return true;
    }

    // Tells when a commit has begun, and ends it when it may.
    private sealed class RefusingJournal : IJournal
    {
        public SemaphoreSlim Entered { get; } = new(0);

        public SemaphoreSlim Go { get; } = new(0);

        public volatile bool Refuses;

        public IReadOnlyList<Row> Load() => [];

        public IReadOnlyList<JournalEntry> Encode(IEnumerable<RowChange> changes) => [];

        public void Commit(IReadOnlyList<JournalEntry> entries)
        {
            Entered.Release();
            Go.Wait();
            if (Refuses)
                throw new StoreUnavailableException("The disk is full.", new IOException());
        }

        public void CopyTo(string directory) => throw new InvalidOperationException();

        public void Dispose()
        {
            Entered.Dispose();
            Go.Dispose();
        }
    }
}
