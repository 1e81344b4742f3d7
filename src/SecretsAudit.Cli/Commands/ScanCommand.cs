using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit scan</c>: finds credentials in source code.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("path") { Description = "Folders and files.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("scan", "Finds credentials in source code and configuration. Files that git ignores are left out.").WithExamples(
            ("secretsaudit scan .", "this tree"),
            ("secretsaudit scan src deploy --fail-on high --format sarif", "a gate in CI"),
            ("secretsaudit scan appsettings.json --out -", "one file, as JSON on stdout"));
        command.Arguments.Add(paths);
        AuditOptionSet.AddWaiversTo(command);
        ReportOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, parse.GetRequiredValue(paths), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var missing = paths.FirstOrDefault(path => !Path.Exists(terminal.FullPath(path)));
        if (missing is not null)
            throw new UsageException($"'{missing}' does not exist.");
        var failOn = ReportOptions.ReadFailOn(parse, terminal);
        var waivers = AuditOptionSet.ReadWaivers(parse, terminal);
        var target = ReportOptions.ReadTarget(parse, terminal);
        ReportFiles.Prepare(target);

        var code = await AuditProgress.WatchAsync(talk, terminal.Clock, watcher =>
        {
            watcher.Step("Scanning source code");
            return CodeScanning.ScanAsync([.. paths.Select(terminal.FullPath)], string.Join(", ", paths), watcher, cancellationToken);
        }).ConfigureAwait(false);
        using var pack = RulePack.Load([RuleOptions.ShippedFolder]);
        var options = new AuditOptions { AsOf = terminal.Clock.GetUtcNow(), Clock = terminal.Clock, Waivers = waivers, Code = code };
        var result = await AuditEngine.RunAsync(null, pack, options, cancellationToken).ConfigureAwait(false);
        return await Outcome.DeliverAsync(result with { Duration = code.Summary.Duration }, target, failOn, terminal, talk, cancellationToken).ConfigureAwait(false);
    }
}
