namespace SecretsAudit.Store.Journal;

/// <summary>Another process has the data folder open.</summary>
public sealed class StoreInUseException : Exception
{
    internal StoreInUseException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
