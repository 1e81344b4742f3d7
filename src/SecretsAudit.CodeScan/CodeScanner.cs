using System.Collections.Concurrent;
using System.Text;
using SecretsAudit.CodeScan.CSharp;
using SecretsAudit.CodeScan.Trees;
using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Finds credentials in source trees: C# with the compiler's understanding, everything else by its own grammar.</summary>
public static class CodeScanner
{
    /// <summary>Scans.</summary>
    /// <param name="options">What to scan.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <returns>The findings; what could not be read is a gap, never left out.</returns>
    public static async Task<CodeScanResult> ScanAsync(CodeScanOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var started = options.Clock.GetTimestamp();
        var tally = new ScanTally();
        var found = new ConcurrentBag<(string Path, IReadOnlyList<CodeFinding> Findings)>();
        var gaps = new ConcurrentBag<Gap>();
        var projects = new ConcurrentBag<CSharpFile>();

        var files = SourceTree.Files(options, gaps.Add);
        await Parallel.ForEachAsync(files, cancellationToken, async (file, token) =>
        {
            if (await ReadAsync(file, options, gaps, token).ConfigureAwait(false) is { } content)
            {
                tally.Add(content);
                if (file.Relative.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                    projects.Add(new(file.Relative, file.Full, CSharpText.Of(content)));
                else if (CredentialFile.Scan(file.Relative, content) is { Count: > 0 } credentials)
                    found.Add((file.Relative, [.. credentials.Select(Finding)]));
            }

            options.Progress?.Report(tally.Files);
        }).ConfigureAwait(false);

        foreach (var result in await Task.Run(() => CSharpScan.Run([.. projects.OrderBy(file => file.Path, StringComparer.Ordinal)], gaps.Add, cancellationToken), cancellationToken).ConfigureAwait(false))
            found.Add(result);

        return new()
        {
            Findings = [.. found.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => FindingText.Of(file.Path, file.Findings))],
            Gaps = [.. gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)],
            Summary = new(options.Name ?? options.Paths[0], tally.Files, tally.Lines, tally.Bytes, options.Clock.GetElapsedTime(started)),
        };
    }

    private static CodeFinding Finding(FileCredential credential) => new(
        CredentialRules.RuleOf(credential.Match.Kind), credential.Match.Format, credential.Name, FindingText.Sentence(credential.Match.Reason), credential.Match.Confidence,
        credential.Line, credential.Column, credential.EndLine, credential.EndColumn);

    private static async Task<byte[]?> ReadAsync(SourcePath file, CodeScanOptions options, ConcurrentBag<Gap> gaps, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(file.Full).Length;
            if (length > options.LargestFile)
            {
                if (await IsTextAsync(file.Full, cancellationToken).ConfigureAwait(false))
                    gaps.Add(Unread(file, GapKind.LimitReached, $"it has {length} bytes, more than the {options.LargestFile} that are read", "Scan it by itself, or split it."));
                return null;
            }

            return await File.ReadAllBytesAsync(file.Full, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            gaps.Add(Unread(file, refused is UnauthorizedAccessException ? GapKind.Denied : GapKind.Failed, refused.Message, "Let the scanning user read it."));
            return null;
        }
    }

    private static async Task<bool> IsTextAsync(string path, CancellationToken cancellationToken)
    {
        var start = new byte[8000];
        await using var file = File.OpenRead(path);
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return start.AsSpan(0, read).IndexOf((byte)0) < 0;
    }

    private static Gap Unread(SourcePath file, GapKind kind, string reason, string remedy) =>
        new() { Operation = "scan", Subject = file.Relative, Reason = reason.Length <= 500 ? reason : reason[..500], Remedy = remedy, Kind = kind };
}
