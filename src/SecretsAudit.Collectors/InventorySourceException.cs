namespace SecretsAudit.Collectors;

/// <summary>An inventory source cannot be used as asked: a profile that does not exist, a file that is damaged. The message says what to do.</summary>
public sealed class InventorySourceException(string message, Exception? innerException = null) : Exception(message, innerException);
