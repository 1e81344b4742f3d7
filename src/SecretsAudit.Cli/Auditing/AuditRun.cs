using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>One whole audit: opens the source, scans the code, judges. The command line runs it once, the worker on a schedule.</summary>
/// <param name="settings">What is audited.</param>
/// <param name="pack">The rules.</param>
/// <param name="terminal">Where the command runs.</param>
/// <param name="watcher">Told about progress.</param>
/// <param name="meanwhile">What else can be done while the inventory is read: begun after the scan, which needs all cores, and its failure ends the run. Default: nothing.</param>
internal sealed class AuditRun(AuditSettings settings, RulePack pack, Terminal terminal, IAuditWatcher watcher, Action? meanwhile = null) : IAuditRun
{
    public async Task<AuditResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        watcher.Step(IsSample ? "Building the sample estate" : "Opening the source");
        var scan = Task.Run(() => ScanAsync(stop.Token), stop.Token);
        var beside = BesideAsync(scan, stop);
        try
        {
            var opened = await OpenedSource.OpenAsync(settings.Source, terminal, stop.Token).ConfigureAwait(false);
            await using var held = opened.ConfigureAwait(false);
            watcher.Step("Scanning source code");
            var standard = new AuditOptions { AsOf = default };
            var options = standard with
            {
                AsOf = settings.AsOf ?? opened.AsOf ?? terminal.Clock.GetUtcNow(),
                Clock = terminal.Clock,
                UsageWindow = settings.UsageWindow,
                Rules = settings.Rules,
                Waivers = settings.Waivers,
                WaiverWarning = settings.WaiverWarning ?? standard.WaiverWarning,
                OwnerTags = settings.OwnerTags.Count > 0 ? settings.OwnerTags : standard.OwnerTags,
                Trust = settings.Trust,
                // A template names no account.
                Expected = opened.IsTemplate ? [] : settings.Source.Expected,
                DueTimes = settings.DueTimes,
                ComparesConfig = settings.ComparesConfig,
                Baseline = settings.Baseline,
                Code = await scan.ConfigureAwait(false),
                Progress = watcher,
            };
            watcher.Step("Reading the inventory");
            var result = await AuditEngine.RunAsync(opened.Inventory, pack, options, stop.Token).ConfigureAwait(false);
            await beside.ConfigureAwait(false);
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && beside.IsFaulted)
        {
            await beside.ConfigureAwait(false);
            throw;
        }
        finally
        {
            // When the source cannot be opened nobody waits for the scan any more.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)scan).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A broken template is told at once, not after the reading of an estate.
    private async Task BesideAsync(Task scan, CancellationTokenSource stop)
    {
        await scan.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (meanwhile is null || !scan.IsCompletedSuccessfully)
            return;
        try
        {
            meanwhile();
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private bool IsSample => settings.Source.Kind == "store";

    private async Task<CodeAudit?> ScanAsync(CancellationToken cancellationToken) =>
        !settings.ScansCode ? null
        : settings.CodePaths.Count > 0 ? await CodeScanning.ScanAsync(settings.CodePaths, settings.CodeName, watcher, cancellationToken).ConfigureAwait(false)
        : IsSample ? await CodeScanning.ScanSampleAsync(watcher, cancellationToken).ConfigureAwait(false)
        : null;
}
