using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>The changed rows of several operations that become durable together.</summary>
/// <param name="published">What readers see.</param>
/// <param name="earlier">The batch that may still be on its way to the disk; this one sees its rows over the published ones.</param>
internal sealed class WriteBatch(IStateView published, WriteBatch? earlier) : IRowSource
{
    // Batches follow each other at about the same size.
    private readonly Dictionary<RowId, (Row? Old, Row? Next)> _rows = new(earlier?._rows.Count ?? 0);

    /// <summary>The batch before it, until that is done with.</summary>
    public WriteBatch? Earlier { get; private set; } = earlier;

    public List<IWriteRequest> Requests { get; } = new(earlier?.Requests.Count ?? 0);

    public IEnumerable<RowChange> Changes => _rows.Select(pair => new RowChange(pair.Key, pair.Value.Old, pair.Value.Next));

    /// <summary>The changes as they go to disk, operation by operation; of a row that several operations changed, the last counts.</summary>
    public List<EncodedRows> Encoded { get; } = new(earlier?.Encoded.Count ?? 0);

    /// <summary>What stopped the commit.</summary>
    public Exception? Failure { get; set; }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>A row as the next operation sees it.</summary>
    public Row? Find(RowId id) => _rows.TryGetValue(id, out var entry) ? entry.Next
        : Earlier is { } before && before._rows.TryGetValue(id, out entry) ? entry.Next
        : published.Find(id);

    /// <summary>Runs one more operation over what the batch has.</summary>
    public void Run(IWriteRequest request)
    {
        Requests.Add(request);
        request.Run(this);
        Encoded.Add(request.Encoded);
    }

    /// <summary>Adds an operation's changes; from here on later operations see them.</summary>
    public void Add(IReadOnlyList<RowChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var (id, old, next) = changes[i];
            _rows[id] = (_rows.TryGetValue(id, out var entry) ? entry.Old : old, next);
        }
    }

    /// <summary>Lets go of the batch before, so that no chain of batches stays in memory.</summary>
    public void Forget() => Earlier = null;
}

/// <summary>One row's step from what readers see to what they will see.</summary>
internal readonly record struct RowChange(RowId Id, Row? Old, Row? Next);
