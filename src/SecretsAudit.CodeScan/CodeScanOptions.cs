using SecretsAudit.CodeScan.Matching;

namespace SecretsAudit.CodeScan;

/// <summary>What is to be scanned, and how.</summary>
public sealed record CodeScanOptions
{
    /// <summary>Folders and files; at least one. Findings' paths are relative to the folder, or to the file's own.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The folder from which findings' paths are told, above all of <see cref="Paths"/>; each path's own when null.</summary>
    public string? Root { get; init; }

    /// <summary>What to call the scanned tree in the result; the first path when null.</summary>
    public string? Name { get; init; }

    /// <summary>Files larger than this are not read; a gap says so. Default 8 MiB.</summary>
    public long LargestFile { get; init; } = 8 * 1024 * 1024;

    /// <summary>As many findings are kept, the first by path; a gap says when there are more. Default 100,000: a report of more is read by nobody.</summary>
    public int MostFindings { get; init; } = 100_000;

    /// <summary>Whether files that git ignores are left out. Default: true.</summary>
    public bool RespectsGitIgnore { get; init; } = true;

    /// <summary>Values to compare everything with; null to compare with none.</summary>
    public StoredValues? Stored { get; init; }

    /// <summary>Told how many files have been read; null when nobody watches.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>The longest that one git command may take. Default 10 minutes; a history gets six times as long.</summary>
    public TimeSpan GitPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The clock that times the scan. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
