namespace SecretsAudit.CodeScan.Git;

/// <summary>A file with lines that were added.</summary>
/// <param name="Path">Its path from the repository's root.</param>
/// <param name="Blob">The id of its content.</param>
/// <param name="Added">The added lines: first and last, from 1.</param>
internal sealed record ChangedFile(string Path, string Blob, IReadOnlyList<(int First, int Last)> Added)
{
    /// <summary>Whether any of a finding's lines was added.</summary>
    public bool Covers(CodeFinding finding) => Added.Any(lines => lines.First <= finding.EndLine && finding.Line <= lines.Last);
}
