namespace SecretsAudit.CodeScan.Git;

/// <summary>A content out of git. A class: <c>Parallel</c>'s code for classes is compiled ahead, for tuples only when it runs.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record GitContent<T>(T Place, byte[] Content);
