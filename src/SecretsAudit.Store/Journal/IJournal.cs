using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Where committed rows go.</summary>
internal interface IJournal : IDisposable
{
    /// <summary>Every row that was committed, with each secret's values attached.</summary>
    /// <exception cref="StoreDamagedException">A row fails its check.</exception>
    IReadOnlyList<Row> Load();

    /// <summary>Writes a consistent copy of what is committed to a new file in a folder.</summary>
    /// <exception cref="StoreUnavailableException">The copy could not be written.</exception>
    void CopyTo(string directory);

    /// <summary>What a commit of the changes writes. It may run while an earlier commit is under way.</summary>
    EncodedRows Encode(IReadOnlyList<RowChange> changes);

    /// <summary>Makes a commit of some operations durable, all or nothing; returns after the disk has it.</summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable.</exception>
    void Commit(IReadOnlyList<EncodedRows> operations);
}

/// <summary>The journal of a store that lives in memory only.</summary>
internal sealed class NullJournal : IJournal
{
    public IReadOnlyList<Row> Load() => [];

    public EncodedRows Encode(IReadOnlyList<RowChange> changes) => EncodedRows.None;

    public void Commit(IReadOnlyList<EncodedRows> operations)
    {
    }

    public void CopyTo(string directory) => throw new InvalidOperationException("A store without a data folder has nothing to back up.");

    public void Dispose()
    {
    }
}
