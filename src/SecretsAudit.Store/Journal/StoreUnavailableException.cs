namespace SecretsAudit.Store.Journal;

/// <summary>A write could not be made durable (a full disk, a read-only folder). Nothing was changed; reads go on.</summary>
public sealed class StoreUnavailableException : Exception
{
    internal StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
