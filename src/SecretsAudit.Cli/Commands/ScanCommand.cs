using System.CommandLine;
using System.Runtime;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit scan</c>: finds credentials in source code.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("scan", "Finds credentials in source code and configuration. Files that git ignores are left out.").WithExamples(
            ("secretsaudit scan .", "this tree"),
            ("secretsaudit scan src deploy --fail-on high --format sarif", "a gate in CI"),
            ("secretsaudit scan appsettings.json --out -", "one file, as JSON on stdout"),
            ("secretsaudit scan --staged", "what the next commit adds: a line a finding, no report unless --out or --format asks for one"),
            ("secretsaudit scan --diff origin/main --format sarif", "what this branch adds"),
            ("secretsaudit scan --history", "everything that was ever committed"),
            ("secretsaudit scan . --baseline secretsaudit.baseline.json --write-baseline", "old findings do not fail the next run"),
            ("secretsaudit scan . --match-store aws --profile prod", "and tell which values are those of secrets in use"),
            ("kubectl get configmap app -o yaml | secretsaudit scan --stdin --stdin-name app.yaml", "any text")).WithExits(Examples.Judging);
        ScanOptionSet.AddTo(command);
        ConfigurationOptions.AddTo(command);
        AuditOptionSet.AddWaiversTo(command);
        BaselineOptions.AddTo(command);
        ReportOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        // Nobody waits for a pause here: without collections in the background a tree of C# costs a seventh less.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var talk = Talk.Of(parse, terminal);
        var settings = ScanOptionSet.Read(parse, terminal);
        var configuration = ConfigurationOptions.Read(parse, terminal);
        var failOn = ReportOptions.ReadFailOn(parse, terminal, configuration);
        var baseline = BaselineOptions.ReadForScan(settings, parse, terminal, configuration);
        var options = new AuditOptions
        {
            AsOf = terminal.Clock.GetUtcNow(),
            Clock = terminal.Clock,
            Waivers = AuditOptionSet.ReadWaivers(parse, terminal, configuration),
            Baseline = baseline.Before,
            DueTimes = configuration.Settings.DueTimes,
        };
        // Who waits for a commit or an editor wants the places; writers of reports, and all that they load, are for who asks for a report.
        return settings is ScanSettings.Tree or ScanSettings.History || ReportOptions.AreAsked(parse, terminal)
            ? await ReportAsync(settings, options, baseline, failOn, parse, terminal, talk, cancellationToken).ConfigureAwait(false)
            : await ListAsync(settings, options, failOn, terminal, talk, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ExitCode> ReportAsync(
        ScanSettings settings, AuditOptions options, BaselineChoice baseline, Severity? failOn, ParseResult parse, Terminal terminal, Talk talk, CancellationToken cancellationToken)
    {
        var target = ReportOptions.ReadTarget(parse, terminal);
        ReportFiles.Prepare(target);
        var result = await AuditProgress.WatchAsync(talk, terminal.Clock, watcher =>
        {
            watcher.Step("Scanning source code");
            return AuditAsync(settings, options, terminal, watcher, cancellationToken);
        }).ConfigureAwait(false);
        var exit = await Outcome.DeliverAsync(result, target, failOn, terminal, talk, cancellationToken, sparesKnown: baseline.Before is not null).ConfigureAwait(false);
        if (await BaselineOptions.WriteAsync(baseline, result, cancellationToken).ConfigureAwait(false) is { } written)
            talk.Say(written);
        return exit;
    }

    private static async Task<ExitCode> ListAsync(ScanSettings settings, AuditOptions options, Severity? failOn, Terminal terminal, Talk talk, CancellationToken cancellationToken)
    {
        var result = await AuditAsync(settings, options, terminal, NobodyWatches.Instance, cancellationToken).ConfigureAwait(false);
        await FindingLines.WriteAsync(result, terminal, talk, cancellationToken).ConfigureAwait(false);
        return Outcome.Judge(result, failOn);
    }

    private static async Task<AuditResult> AuditAsync(ScanSettings settings, AuditOptions options, Terminal terminal, IAuditWatcher watcher, CancellationToken cancellationToken)
    {
        var code = await CodeScanning.ScanAsync(settings, terminal.Input, terminal.Clock, watcher, cancellationToken).ConfigureAwait(false);
        // The rules for resources judge nothing here, so none are loaded: those for code come with the scan.
        using var pack = RulePack.Load([]);
        var result = await AuditEngine.RunAsync(null, pack, options with { Code = code }, cancellationToken).ConfigureAwait(false);
        return result with { Duration = code.Summary.Duration };
    }
}
