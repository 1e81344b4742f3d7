namespace SecretsAudit.Store.State;

/// <summary>The changed rows of several operations that become durable together.</summary>
internal sealed class WriteBatch
{
    private readonly Dictionary<RowId, (Row? Published, Row? Next)> _rows = [];

    public IEnumerable<RowChange> Changes => _rows.Select(pair => new RowChange(pair.Key, pair.Value.Published, pair.Value.Next));

    public bool IsEmpty => _rows.Count == 0;

    public bool Contains(RowId id) => _rows.ContainsKey(id);

    public bool TryFind(RowId id, out Row? row)
    {
        var found = _rows.TryGetValue(id, out var entry);
        row = entry.Next;
        return found;
    }

    public void Put(RowId id, Row? next, Row? published) =>
        _rows[id] = (_rows.TryGetValue(id, out var entry) ? entry.Published : published, next);
}

/// <summary>One row's step from what readers see to what they will see.</summary>
internal readonly record struct RowChange(RowId Id, Row? Old, Row? Next);
