namespace SecretsAudit.Store.Journal;

/// <summary>A file of the store does not hold what was written; the message names the file and the row.</summary>
public sealed class StoreDamagedException : Exception
{
    internal StoreDamagedException(string message)
        : base(message)
    {
    }

    internal StoreDamagedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
