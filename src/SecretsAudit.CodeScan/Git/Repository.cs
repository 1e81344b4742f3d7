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

    /// <summary>The contents of the tree that <c>HEAD</c> names; empty when nothing has been committed.</summary>
    public static async Task<IReadOnlySet<UInt128>> PresentAsync(string folder, CodeScanOptions options, CancellationToken cancellationToken)
    {
        var present = new HashSet<UInt128>();
        // An unborn HEAD is no revision.
        if ((await LinesAsync(folder, ["rev-parse", "--revs-only", "HEAD"], options, cancellationToken).ConfigureAwait(false)).Count == 0)
            return present;
        foreach (var id in await LinesAsync(folder, ["ls-tree", "-r", "--full-tree", "--object-only", "HEAD"], options, cancellationToken).ConfigureAwait(false))
            present.Add(BlobId.Of(id));
        return present;
    }

    /// <summary>Whether older commits were left out when the repository was cloned.</summary>
    public static async Task<bool> IsShallowAsync(string folder, CodeScanOptions options, CancellationToken cancellationToken) =>
        await LinesAsync(folder, ["rev-parse", "--is-shallow-repository"], options, cancellationToken).ConfigureAwait(false) is ["true", ..];

    private static async Task<List<string>> LinesAsync(string folder, IEnumerable<string> arguments, CodeScanOptions options, CancellationToken cancellationToken)
    {
        using var git = GitProcess.Start(folder, arguments, options.GitPatience, options.Clock, cancellationToken);
        using var reader = new StreamReader(git.Output);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            lines.Add(line);
        await git.FinishAsync(cancellationToken).ConfigureAwait(false);
        return lines;
    }
}
