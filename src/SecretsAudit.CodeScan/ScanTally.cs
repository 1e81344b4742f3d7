namespace SecretsAudit.CodeScan;

/// <summary>How much has been read; many threads count.</summary>
internal sealed class ScanTally
{
    private int _files;
    private long _lines;
    private long _bytes;

    public int Files => _files;

    public long Lines => _lines;

    public long Bytes => _bytes;

    /// <summary>What has been read, as reports tell it.</summary>
    public Model.CodeSummary Summary(string name, TimeSpan duration) => new(name, _files, _lines, _bytes, duration);

    public void Add(ReadOnlySpan<byte> content)
    {
        Interlocked.Increment(ref _files);
        Interlocked.Add(ref _bytes, content.Length);
        Interlocked.Add(ref _lines, System.MemoryExtensions.Count(content, (byte)'\n') + (content.Length > 0 && content[^1] != '\n' ? 1 : 0));
    }
}
