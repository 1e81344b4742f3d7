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
    public static async Task<CodeAudit> ScanAsync(IReadOnlyList<string> paths, string name, IAuditWatcher watcher, CancellationToken cancellationToken)
    {
        var result = await CodeScanner.ScanAsync(new CodeScanOptions { Paths = paths, Name = name, Progress = new FileProgress(watcher) }, cancellationToken).ConfigureAwait(false);
        return new() { Rules = CodeRules.All, Findings = result.Findings, Gaps = result.Gaps, Summary = result.Summary };
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
