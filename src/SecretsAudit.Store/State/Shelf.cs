using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SecretsAudit.Store.State;

/// <summary>The published rows of one kind in one account and region.</summary>
internal sealed class Shelf
{
    private readonly ConcurrentDictionary<string, ScopedRow> _rows = new(StringComparer.Ordinal);
    private ImmutableSortedSet<string> _names = ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    /// <summary>Every row in ordinal order of name; a snapshot of the names.</summary>
    public IEnumerable<ScopedRow> Rows => From(null);

    public int Count => Volatile.Read(ref _names).Count;

    public ScopedRow? Find(string name) => _rows.GetValueOrDefault(name);

    /// <summary>The rows whose names come after a name.</summary>
    public IEnumerable<ScopedRow> From(string? after)
    {
        var names = Volatile.Read(ref _names);
        var index = after is null ? 0 : names.IndexOf(after);
        for (var i = index < 0 ? ~index : after is null ? 0 : index + 1; i < names.Count; i++)
        {
            // A row that was deleted since the snapshot is left out.
            if (_rows.TryGetValue(names[i], out var row))
            {
                yield return row;
            }
        }
    }

    public void Publish(ScopedRow? old, ScopedRow? next)
    {
        if (next is not null)
        {
            _rows[next.Name] = next;
            if (old is null)
            {
                Volatile.Write(ref _names, _names.Add(next.Name));
            }
        }
        else if (old is not null)
        {
            Volatile.Write(ref _names, _names.Remove(old.Name));
            _rows.TryRemove(old.Name, out _);
        }
    }
}
