using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SecretsAudit.CodeScan.Git;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Finds credentials in everything that a repository's branches and tags ever held. Each content is read once, under the name it first had.</summary>
public static class HistoryScanner
{
    /// <summary>Scans a history.</summary>
    /// <param name="options">The repository is that of the first path. Its whole history is scanned.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <exception cref="GitException">The first path is in no repository, or git fails.</exception>
    public static async Task<CodeScanResult> ScanAsync(CodeScanOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var started = options.Clock.GetTimestamp();
        var folder = Repository.FolderOf(options.Paths[0]);
        var patience = options.GitPatience * 6;
        var tally = new ScanTally();
        var gaps = new ConcurrentBag<Gap>();
        var inspection = new FileInspection(options.Stored, gaps.Add);
        var findings = new HistoryFindings(await Repository.PresentAsync(folder, options, cancellationToken).ConfigureAwait(false));
        using var log = GitProcess.Start(folder, HistoryReader.Log, patience, options.Clock, cancellationToken);
        using var blobs = BlobReader.Start(folder, options.LargestFile, patience, options.Clock, cancellationToken);

        await Parallel.ForEachAsync(ReadAsync(log, blobs, options, gaps, cancellationToken), cancellationToken, (read, token) =>
        {
            tally.Add(read.Content);
            findings.Add(read.Place, inspection.Of(read.Place.Path, read.Content, token));
            options.Progress?.Report(tally.Files);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        await log.FinishAsync(cancellationToken).ConfigureAwait(false);
        await blobs.FinishAsync(cancellationToken).ConfigureAwait(false);

        if (await Repository.IsShallowAsync(folder, options, cancellationToken).ConfigureAwait(false))
            gaps.Add(SourceFile.Unread(".", GapKind.LimitReached, "the clone is shallow: older commits are not in it", "Fetch the whole history: git fetch --unshallow; in GitHub Actions, fetch-depth: 0."));
        if (findings.IsFull)
            gaps.Add(SourceFile.Unread(".", GapKind.LimitReached, "more credentials were found than are kept", "Fix the first ones, and scan again."));
        return new()
        {
            Findings = findings.All(),
            Gaps = [.. gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)],
            Summary = tally.Summary(options.Name ?? options.Paths[0], options.Clock.GetElapsedTime(started)),
        };
    }

    private static async IAsyncEnumerable<GitContent<HistoryBlob>> ReadAsync(
        GitProcess log, BlobReader blobs, CodeScanOptions options, ConcurrentBag<Gap> gaps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var blob in HistoryReader.Read(log.Output))
        {
            var (content, length) = await blobs.ReadAsync(blob.Id, cancellationToken).ConfigureAwait(false);
            if (content is not null)
                yield return new(blob, content);
            else
                gaps.Add(Repository.Unread(blob.Path, length, options.LargestFile));
        }
    }
}
