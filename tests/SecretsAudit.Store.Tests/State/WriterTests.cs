using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Telemetry;

namespace SecretsAudit.Store.Tests.State;

/// <summary>The one writer, when the disk refuses a batch while others wait.</summary>
public sealed class WriterTests
{
    private static readonly RetentionConfiguration Row = new() { Account = "123456789012", Region = "eu-west-1", Name = "default", Days = 30 };

    [Fact]
    public async Task Who_saw_a_row_that_never_came_to_be_looks_again_and_does_not_see_it()
    {
        using var journal = new RefusingJournal();
        await using var writer = new Writer(new StoreState(), journal, new StoreStatistics());
        // Alone, on a thread of its own; the writer's takes over from the second on.
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
        Assert.Null(await reader);
    }

    [Fact]
    public async Task A_write_that_waits_behind_a_refused_one_runs_again_over_what_is_there()
    {
        using var journal = new RefusingJournal();
        await using var writer = new Writer(new StoreState(), journal, new StoreStatistics());
        var first = Task.Run(() => writer.SubmitAsync(transaction => Put(transaction, Row with { Name = "first" })));
        await journal.Entered.WaitAsync();
        var refused = writer.SubmitAsync(transaction => Put(transaction, Row with { Days = 60 }));
        journal.Go.Release();
        await first;
        await journal.Entered.WaitAsync();

        var waiting = writer.SubmitAsync(transaction => Put(transaction, (RetentionConfiguration?)transaction.Find(Row.Id) ?? Row));
        journal.Refuses = true;
        journal.Go.Release();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => refused);
        journal.Refuses = false;
        await journal.Entered.WaitAsync();
        journal.Go.Release();

        await waiting;
        Assert.Equal(30, ((RetentionConfiguration?)await writer.SubmitAsync(transaction => transaction.Find(Row.Id)))!.Days);
    }

    [Fact]
    public async Task What_ran_ahead_of_its_turn_runs_again_when_a_row_that_it_read_has_changed()
    {
        using var journal = new RefusingJournal();
        await using var writer = new Writer(new StoreState(), journal, new StoreStatistics());
        journal.Go.Release();
        await writer.SubmitAsync(transaction => Put(transaction, Row with { Days = 0 }));

        var first = Task.Run(() => writer.SubmitAsync(AddDay));
        await journal.Entered.WaitAsync();
        await journal.Entered.WaitAsync();
        var all = Enumerable.Range(0, 9).Select(_ => writer.SubmitAsync(AddDay, mayRunAhead: true)).ToArray();
        journal.Go.Release(10);
        await Task.WhenAll([first, .. all]);

        Assert.Equal(10, ((RetentionConfiguration?)await writer.SubmitAsync(transaction => transaction.Find(Row.Id)))!.Days);
    }

    private static bool AddDay(Transaction transaction)
    {
        var row = (RetentionConfiguration)transaction.Find(Row.Id)!;
        return Put(transaction, row with { Days = row.Days + 1 });
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

        public EncodedRows Encode(IReadOnlyList<RowChange> changes) => EncodedRows.None;

        public void Commit(IReadOnlyList<EncodedRows> operations)
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
