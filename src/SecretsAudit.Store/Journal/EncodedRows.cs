namespace SecretsAudit.Store.Journal;

/// <summary>What one operation writes, as it lies in a log: made on the caller's thread, so that a commit has only to put such pieces together.</summary>
/// <param name="bytes">The rows, one behind the other; see <see cref="LoggedRow"/>.</param>
/// <param name="count">How many rows they are.</param>
internal readonly struct EncodedRows(byte[] bytes, int count)
{
    public static readonly EncodedRows None = new([], 0);

    public ReadOnlySpan<byte> Bytes => bytes;

    public int Count => count;
}
