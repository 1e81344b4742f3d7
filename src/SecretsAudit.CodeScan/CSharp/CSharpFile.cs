namespace SecretsAudit.CodeScan.CSharp;

/// <summary>A file of C#, read when its turn comes.</summary>
/// <param name="Path">Its path from the scanned root, with forward slashes.</param>
/// <param name="FullPath">Its path on this machine.</param>
/// <param name="Length">How many bytes it has.</param>
internal sealed record CSharpFile(string Path, string FullPath, long Length);
