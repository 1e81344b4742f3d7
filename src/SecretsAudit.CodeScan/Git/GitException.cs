namespace SecretsAudit.CodeScan.Git;

/// <summary>Git could not do what was asked: it is not installed, the folder is no repository, a name is unknown, it took too long.</summary>
/// <param name="message">What went wrong and what to do, for a person.</param>
/// <param name="inner">What it rests on.</param>
public sealed class GitException(string message, Exception? inner = null) : Exception(message, inner);
