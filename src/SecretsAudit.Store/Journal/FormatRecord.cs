namespace SecretsAudit.Store.Journal;

/// <summary>What <c>store.json</c> says about a data folder: its format, and a check that tells a wrong root key before anything is opened.</summary>
internal sealed record FormatRecord
{
    /// <summary>
    /// The format this program writes; it refuses a higher one. Format 2 added the wrapped store key; format 3 the logs in front of the
    /// database, which an older program would not read, and rows that are not JSON.
    /// </summary>
    public const int CurrentVersion = 3;

    public required int FormatVersion { get; init; }

    /// <summary>The salt of a passphrase; made for every store, so that the key's source can change.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>
    /// The key that everything in the folder hangs from, under the root key: another root key needs this one box written anew. Absent in
    /// format 1, where the root key itself was that key.
    /// </summary>
    public byte[]? WrappedStoreKey { get; init; }

    /// <summary>An HMAC of the other members under a key derived from the root key.</summary>
    public required byte[] RootKeyCheck { get; init; }
}
