using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>The changed rows of several operations that become durable together.</summary>
/// <param name="published">What readers see.</param>
internal sealed class WriteBatch(IStateView published) : IRowSource
{
    private readonly Dictionary<RowId, (Row? Old, Row? Next)> _rows = [];

    public List<IWriteRequest> Requests { get; } = [];

    /// <summary>The changes as they go to disk, operation by operation; of a row that several operations changed, the last counts.</summary>
    public List<EncodedRows> Encoded { get; } = [];

    public int Count => _rows.Count;

    /// <summary>A row as the next operation sees it.</summary>
    public Row? Find(RowId id) => _rows.TryGetValue(id, out var entry) ? entry.Next : published.Find(id);

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

    /// <summary>Has readers see the changes.</summary>
    public void Publish(StoreState state)
    {
        foreach (var (old, next) in _rows.Values)
        {
            state.Publish(old, next);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _rows.Clear();
        Requests.Clear();
        Encoded.Clear();
    }
}

/// <summary>One row's step from what readers see to what they will see.</summary>
internal readonly record struct RowChange(RowId Id, Row? Old, Row? Next);
