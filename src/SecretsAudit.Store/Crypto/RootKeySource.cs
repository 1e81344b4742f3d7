namespace SecretsAudit.Store.Crypto;

/// <summary>Where the store's 32-byte root key comes from.</summary>
public abstract record RootKeySource
{
    private RootKeySource()
    {
    }

    /// <summary>A file with 32 bytes in base64, readable by its owner only.</summary>
    /// <param name="Path">The file; it is made when <paramref name="CreateWhenMissing"/> and the store is new.</param>
    /// <param name="CreateWhenMissing">Whether a new store may make the file.</param>
    public sealed record KeyFile(string Path, bool CreateWhenMissing = true) : RootKeySource;

    /// <summary>An environment variable with 32 bytes in base64.</summary>
    /// <param name="Name">The variable; the usual one is <c>SECRETSAUDIT_ROOT_KEY</c>.</param>
    public sealed record EnvironmentVariable(string Name = "SECRETSAUDIT_ROOT_KEY") : RootKeySource;

    /// <summary>A passphrase, stretched by PBKDF2-HMAC-SHA-512 with the store's own salt.</summary>
    /// <param name="Text">The passphrase, at least 12 characters.</param>
    public sealed record Passphrase(string Text) : RootKeySource
    {
        /// <inheritdoc/>
        public override string ToString() => "Passphrase";
    }

    /// <summary>A key that lives as long as the process; only for a store without a data folder.</summary>
    public sealed record Ephemeral : RootKeySource;
}
