namespace SecretsAudit.CodeScan.Git;

/// <summary>A file with lines that were added.</summary>
/// <param name="Path">Its path from the repository's root.</param>
/// <param name="Blob">The id of its content.</param>
/// <param name="Added">The added lines: first and last, from 1.</param>
internal sealed record ChangedFile(string Path, string Blob, IReadOnlyList<(int First, int Last)> Added)
{
    /// <summary>Whether a finding was added: one of its lines, or, when only its uses make the value a credential, all of these.</summary>
    public bool Covers(CodeFinding finding) => IsAdded(finding.Line, finding.EndLine)
        || (finding is { IsKnownByUse: true, UsedAt.Count: > 0 } && finding.UsedAt.All(use => IsAdded(use.Line, use.EndLine)));

    private bool IsAdded(int first, int last) => Added.Any(lines => lines.First <= last && first <= lines.Last);
}
