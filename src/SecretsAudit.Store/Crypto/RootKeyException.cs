namespace SecretsAudit.Store.Crypto;

/// <summary>The root key is missing, unsafe, malformed, or not the one this store was made with. Nothing was touched.</summary>
public sealed class RootKeyException : Exception
{
    /// <summary>Says what is wrong with the key and what to do.</summary>
    public RootKeyException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong with the key, and why.</summary>
    public RootKeyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
