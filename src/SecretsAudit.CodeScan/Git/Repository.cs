using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Git;

/// <summary>What all reads of a repository share.</summary>
internal static class Repository
{
    /// <summary>The folder to call git in for a path.</summary>
    public static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && Directory.Exists(folder) ? folder
        : throw new GitException($"'{path}' does not exist.");

    /// <summary>The gap for an object that was not read.</summary>
    /// <param name="path">Where it is in the tree.</param>
    /// <param name="length">Its length in bytes; negative when it is missing.</param>
    /// <param name="largest">The most that is read.</param>
    public static Gap Unread(string path, long length, long largest) => length < 0
        ? SourceFile.Unread(path, GapKind.Failed, "the repository does not have its content", "Fetch the whole history: git fetch --unshallow, or a clone without --filter.")
        : SourceFile.Unread(path, GapKind.LimitReached, $"it has {length} bytes, more than the {largest} that are read", "Scan it by itself, or split it.");
}
