namespace SecretsAudit.CodeScan.Git;

/// <summary>A commit that brought content in.</summary>
/// <param name="Id">Its id in hexadecimal.</param>
/// <param name="Written">The author's date; null when it is no date.</param>
/// <param name="Author">The author's name, bounded.</param>
internal sealed record HistoryCommit(string Id, DateTimeOffset? Written, string Author);
