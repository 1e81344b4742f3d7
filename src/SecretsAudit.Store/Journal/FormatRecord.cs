namespace SecretsAudit.Store.Journal;

/// <summary>What <c>store.json</c> says about a data folder: its format, and a check that tells a wrong root key before anything is opened.</summary>
internal sealed record FormatRecord
{
    /// <summary>The format this program writes; it refuses a higher one.</summary>
    public const int CurrentVersion = 1;

    public required int FormatVersion { get; init; }

    /// <summary>The salt of a passphrase; made for every store, so that the key's source can change.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>An HMAC of the other members under a key derived from the root key.</summary>
    public required byte[] RootKeyCheck { get; init; }
}
