using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Finds credentials in one text that comes from anywhere.</summary>
public static class ContentScanner
{
    /// <summary>Scans a stream to its end.</summary>
    /// <param name="input">The text, in any encoding.</param>
    /// <param name="name">Its name as a path with forward slashes: the ending tells how it is read.</param>
    /// <param name="options">The limits; its paths are not looked at.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static async Task<CodeScanResult> ScanAsync(Stream input, string name, CodeScanOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(options);
        var started = options.Clock.GetTimestamp();
        var tally = new ScanTally();
        var gaps = new List<Gap>();
        IReadOnlyList<Finding> findings = [];
        if (await ReadAsync(input, options.LargestFile, cancellationToken).ConfigureAwait(false) is { } content)
        {
            tally.Add(content.Span);
            findings = [.. FindingText.Of(name, new FileInspection(options.Stored, gaps.Add).Of(name, content.Span, cancellationToken))];
        }
        else
        {
            gaps.Add(SourceFile.Unread(name, GapKind.LimitReached, $"it has more than the {options.LargestFile} bytes that are read", "Scan it in parts."));
        }

        return new() { Findings = findings, Gaps = gaps, Summary = tally.Summary(options.Name ?? name, options.Clock.GetElapsedTime(started)) };
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream input, long largest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false); read > 0; read = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
        {
            if (content.Length + read > largest)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
