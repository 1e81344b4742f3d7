namespace SecretsAudit.Store.State;

/// <summary>The published rows, and which of them an operation has read.</summary>
internal sealed class ReadRows(IStateView published) : IRowSource
{
    // An operation reads a handful: a search beats a table.
    private readonly List<(RowId Id, Row? Row)> _read = [];

    public Row? Find(RowId id)
    {
        foreach (var (known, row) in _read)
        {
            if (known == id)
            {
                return row;
            }
        }

        var found = published.Find(id);
        _read.Add((id, found));
        return found;
    }

    /// <summary>Whether a batch has the same rows still, absent ones included: then the operation would do there what it did here.</summary>
    public bool AreStillIn(WriteBatch batch)
    {
        foreach (var (id, row) in _read)
        {
            if (!ReferenceEquals(batch.Find(id), row))
            {
                return false;
            }
        }

        return true;
    }
}
