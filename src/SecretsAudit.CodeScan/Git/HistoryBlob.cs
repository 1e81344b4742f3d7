namespace SecretsAudit.CodeScan.Git;

/// <summary>Content as it first appeared in a history.</summary>
/// <param name="Number">Its place in the history, oldest first.</param>
/// <param name="Id">Its id in hexadecimal.</param>
/// <param name="Path">The path it first had.</param>
/// <param name="Commit">The commit that brought it in.</param>
internal sealed record HistoryBlob(int Number, string Id, string Path, HistoryCommit Commit);
