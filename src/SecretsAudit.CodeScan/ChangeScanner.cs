using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SecretsAudit.CodeScan.Git;
using SecretsAudit.CodeScan.Trees;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>
/// Finds credentials in lines that were added, read from git's index: what is committed is what is scanned, whatever the files on disk say meanwhile.
/// Paths are from the repository's root.
/// </summary>
public static class ChangeScanner
{
    /// <summary>Scans the lines that the next commit would add.</summary>
    /// <param name="options">The repository is that of the first path; the paths limit what is looked at.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <exception cref="GitException">The first path is in no repository, or git fails.</exception>
    public static Task<CodeScanResult> ScanStagedAsync(CodeScanOptions options, CancellationToken cancellationToken) => ScanAsync(options, [], cancellationToken);

    /// <summary>Scans the lines that were committed or staged since the branch left a commit's.</summary>
    /// <param name="options">The repository is that of the first path; the paths limit what is looked at.</param>
    /// <param name="commit">A branch, tag or commit; compared is with its merge base with <c>HEAD</c>.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <exception cref="GitException">The commit is unknown or shares no history, the first path is in no repository, or git fails.</exception>
    public static Task<CodeScanResult> ScanSinceAsync(CodeScanOptions options, string commit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(commit);
        if (commit.StartsWith('-'))
            throw new GitException($"'{commit}' is no name of a commit.");
        return ScanAsync(options, ["--merge-base", commit], cancellationToken);
    }

    private static async Task<CodeScanResult> ScanAsync(CodeScanOptions options, IReadOnlyList<string> since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var started = options.Clock.GetTimestamp();
        var folder = Repository.FolderOf(options.Paths[0]);
        using var diff = GitProcess.Start(
            folder,
            ["diff", "--cached", .. since, "-U0", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=AMT", "--src-prefix=a/", "--dst-prefix=b/", "--text", "--", .. options.Paths],
            options.GitPatience, options.Clock, cancellationToken);
        var changed = PatchReader.Read(diff.Output).Where(file => !SourceTree.IsSkipped(file.Path)).ToList();
        await diff.FinishAsync(cancellationToken).ConfigureAwait(false);

        var tally = new ScanTally();
        var gaps = new ConcurrentBag<Gap>();
        var inspection = new FileInspection(options.Stored, gaps.Add);
        var found = new ConcurrentBag<(string Path, IReadOnlyList<CodeFinding> Findings)>();
        await Parallel.ForEachAsync(ReadAsync(folder, changed, options, gaps, cancellationToken), cancellationToken, (read, token) =>
        {
            tally.Add(read.Content);
            var findings = inspection.Of(read.Place.Path, read.Content, token);
            // Where git and editors number lines differently, it cannot be told what was added: all is.
            if (findings.Count > 0 && !SourceText.HasLinesOfItsOwn(read.Place.Path, read.Content))
                findings = [.. findings.Where(read.Place.Covers)];
            if (findings.Count > 0)
                found.Add((read.Place.Path, findings));
            options.Progress?.Report(tally.Files);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);

        return new()
        {
            Findings = [.. found.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => FindingText.Of(file.Path, file.Findings))],
            Gaps = [.. gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)],
            Summary = tally.Summary(options.Name ?? options.Paths[0], options.Clock.GetElapsedTime(started)),
        };
    }

    private static async IAsyncEnumerable<GitContent<ChangedFile>> ReadAsync(
        string folder, List<ChangedFile> changed, CodeScanOptions options, ConcurrentBag<Gap> gaps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            yield break;
        using var blobs = BlobReader.Start(folder, options.LargestFile, options.GitPatience, options.Clock, cancellationToken);
        foreach (var file in changed)
        {
            var (content, length) = await blobs.ReadAsync(file.Blob, cancellationToken).ConfigureAwait(false);
            if (content is not null)
                yield return new(file, content);
            else
                gaps.Add(Repository.Unread(file.Path, length, options.LargestFile));
        }

        await blobs.FinishAsync(cancellationToken).ConfigureAwait(false);
    }
}
