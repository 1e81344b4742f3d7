namespace SecretsAudit.Cli;

/// <summary>What the user asked for cannot be done as asked. Exit code 2; the message says what, where and what to do next.</summary>
/// <param name="message">The message.</param>
/// <param name="cause">What was thrown, shown with <c>--verbose</c>.</param>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);
