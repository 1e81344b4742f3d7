namespace SecretsAudit.CodeScan;

/// <summary>Collects what the files of a tree hold: the first by path when that is more than is kept, in whichever order they come.</summary>
/// <param name="most">As many findings are kept.</param>
internal sealed class FoundFiles(int most)
{
    private readonly SortedSet<(string Path, int Number, IReadOnlyList<CodeFinding> Findings)> _files =
        new(Comparer<(string Path, int Number, IReadOnlyList<CodeFinding> Findings)>.Create(static (one, other) => string.CompareOrdinal(one.Path, other.Path) is var order and not 0 ? order : one.Number.CompareTo(other.Number)));

    private int _number;
    private int _kept;

    /// <summary>Whether more was found than is kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds a file's findings; many threads add.</summary>
    public void Add(string path, IReadOnlyList<CodeFinding> findings)
    {
        lock (_files)
        {
            _files.Add((path, ++_number, findings));
            _kept += findings.Count;
            while (_kept > most && _files.Max is var last)
            {
                _files.Remove(last);
                _kept -= last.Findings.Count;
                IsFull = true;
            }
        }
    }

    /// <summary>The files, by path.</summary>
    public IEnumerable<(string Path, IReadOnlyList<CodeFinding> Findings)> All() => _files.Select(static file => (file.Path, file.Findings));
}
