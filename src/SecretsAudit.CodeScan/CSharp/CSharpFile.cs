namespace SecretsAudit.CodeScan.CSharp;

/// <summary>A file of C#.</summary>
/// <param name="Path">Its path from the scanned root, with forward slashes.</param>
/// <param name="FullPath">Its path on this machine.</param>
/// <param name="Text">Its text.</param>
internal sealed record CSharpFile(string Path, string FullPath, string Text);
