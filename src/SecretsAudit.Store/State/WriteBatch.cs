using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>The changed rows of several operations that become durable together.</summary>
/// <param name="published">What readers see.</param>
/// <param name="earlier">The batch that may still be on its way to the disk; this one sees its rows over the published ones.</param>
internal sealed class WriteBatch(IStateView published, WriteBatch? earlier)
{
    private readonly Dictionary<RowId, (Row? Old, Row? Next)> _rows = [];

    /// <summary>The batch before it, until that is done with.</summary>
    public WriteBatch? Earlier { get; private set; } = earlier;

    public List<IWriteRequest> Requests { get; } = [];

    public IEnumerable<RowChange> Changes => _rows.Select(pair => new RowChange(pair.Key, pair.Value.Old, pair.Value.Next));

    /// <summary>The changes as they go to disk.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; set; } = [];

    /// <summary>What stopped the commit.</summary>
    public Exception? Failure { get; set; }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>A row as the next operation sees it.</summary>
    public Row? Find(RowId id) => _rows.TryGetValue(id, out var entry) ? entry.Next : FindEarlier(id);

    public void Put(RowId id, Row? next) => _rows[id] = (_rows.TryGetValue(id, out var entry) ? entry.Old : FindEarlier(id), next);

    /// <summary>Lets go of the batch before, so that no chain of batches stays in memory.</summary>
    public void Forget() => Earlier = null;

    private Row? FindEarlier(RowId id) => Earlier is { } before && before._rows.TryGetValue(id, out var entry) ? entry.Next : published.Find(id);
}

/// <summary>One row's step from what readers see to what they will see.</summary>
internal readonly record struct RowChange(RowId Id, Row? Old, Row? Next);
