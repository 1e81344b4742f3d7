using SecretsAudit.CodeScan;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.Cli.Auditing;

/// <summary>Scans source code for an audit.</summary>
internal static class CodeScanning
{
    /// <summary>Scans trees or files.</summary>
    /// <param name="paths">Their full paths.</param>
    /// <param name="name">What the report calls them.</param>
    /// <param name="watcher">Told about progress.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static Task<CodeAudit> ScanAsync(IReadOnlyList<string> paths, string name, IAuditWatcher watcher, CancellationToken cancellationToken) =>
        ScanAsync(new ScanSettings.Tree { Name = name, Paths = paths }, Stream.Null, TimeProvider.System, watcher, cancellationToken);

    /// <summary>Scans what was asked for.</summary>
    /// <param name="settings">What to look at.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="watcher">Told about progress.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <exception cref="SecretsAudit.CodeScan.Git.GitException">Git cannot tell what is asked of it.</exception>
    public static async Task<CodeAudit> ScanAsync(ScanSettings settings, Stream input, TimeProvider clock, IAuditWatcher watcher, CancellationToken cancellationToken)
    {
        var (stored, unread) = settings.Match is { } match ? await match.ReadAsync(clock, cancellationToken).ConfigureAwait(false) : (null, []);
        var name = settings is ScanSettings.Input ? $"stdin: {settings.Name}" : settings.Name;
        var options = new CodeScanOptions { Paths = settings.Paths, Root = (settings as ScanSettings.Tree)?.Root, Name = name, Stored = stored, Progress = new FileProgress(watcher), Clock = clock };
        var result = await (settings switch
        {
            ScanSettings.Input => ContentScanner.ScanAsync(input, settings.Name, options, cancellationToken),
            ScanSettings.Staged => ChangeScanner.ScanStagedAsync(options, cancellationToken),
            ScanSettings.Since since => ChangeScanner.ScanSinceAsync(options, since.Commit, cancellationToken),
            ScanSettings.History => HistoryScanner.ScanAsync(options, cancellationToken),
            _ => CodeScanner.ScanAsync(options, cancellationToken),
        }).ConfigureAwait(false);
        return new() { Rules = CodeRules.All, Findings = [.. result.Findings.Where(finding => finding.Confidence >= settings.LeastConfidence)], Gaps = [.. unread, .. result.Gaps], Summary = result.Summary };
    }

    /// <summary>Scans the sample estate's own source tree.</summary>
    public static async Task<CodeAudit> ScanSampleAsync(IAuditWatcher watcher, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("secretsaudit-sample-");
        try
        {
            await SampleEstate.WriteCodeAsync(folder.FullName, cancellationToken).ConfigureAwait(false);
            return await ScanAsync([folder.FullName], "sample source tree", watcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class FileProgress(IAuditWatcher watcher) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 50 == 0)
                watcher.ScannedFiles(value);
        }
    }
}
