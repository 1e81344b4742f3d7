namespace SecretsAudit.CodeScan.Trees;

/// <summary>A file to scan.</summary>
/// <param name="Relative">Its path from the scanned root, with forward slashes.</param>
/// <param name="Full">Its path on this machine.</param>
internal sealed record SourcePath(string Relative, string Full);
