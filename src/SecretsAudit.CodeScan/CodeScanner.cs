using System.Collections.Concurrent;
using SecretsAudit.CodeScan.CSharp;
using SecretsAudit.CodeScan.Trees;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Finds credentials in source trees: C# with the compiler's understanding, everything else by its own grammar.</summary>
public static class CodeScanner
{
    /// <summary>Scans.</summary>
    /// <param name="options">What to scan.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <returns>The findings; what could not be read is a gap, never left out.</returns>
    public static Task<CodeScanResult> ScanAsync(CodeScanOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => Scan(options, cancellationToken), cancellationToken);
    }

    private static CodeScanResult Scan(CodeScanOptions options, CancellationToken cancellationToken)
    {
        var started = options.Clock.GetTimestamp();
        var tally = new ScanTally();
        var found = new ConcurrentBag<(string Path, IReadOnlyList<CodeFinding> Findings)>();
        var gaps = new ConcurrentBag<Gap>();
        var inspection = new FileInspection(options.Stored, gaps.Add);
        var source = new SourceFile(options.LargestFile, gaps.Add);
        var csharp = new ConcurrentBag<CSharpFile>();

        // C# waits for its project; only its name is kept meanwhile.
        Parallel.ForEach(SourceTree.Files(options, gaps.Add), new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            // What has no length is not opened: a pipe would never answer, a device never end.
            if (source.LengthOf(file) is not { } length || length == 0)
                return;
            if (FileInspection.IsCSharp(file.Relative))
                csharp.Add(new(file.Relative, file.Full, length));
            else if (Read(file) is { } content && inspection.Of(file.Relative, content, cancellationToken) is { Count: > 0 } findings)
                found.Add((file.Relative, findings));
        });

        foreach (var result in CSharpScan.Run([.. csharp.OrderBy(file => file.Path, StringComparer.Ordinal)], file => Read(new(file.Path, file.FullPath)) is { } content ? SourceText.Of(file.Path, content) : null, options.Stored, gaps.Add, cancellationToken))
            found.Add(result);

        return new()
        {
            Findings = [.. found.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => FindingText.Of(file.Path, file.Findings))],
            Gaps = [.. gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)],
            Summary = tally.Summary(options.Name ?? options.Paths[0], options.Clock.GetElapsedTime(started)),
        };

        byte[]? Read(SourcePath file)
        {
            if (source.Read(file) is not { } content)
                return null;
            tally.Add(content);
            options.Progress?.Report(tally.Files);
            return content;
        }
    }
}
