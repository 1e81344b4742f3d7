using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit audit</c>: reads an inventory, judges it, writes reports.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("audit", "Reads an inventory of secrets, judges it by the rules, scans source code, and writes reports.").WithExamples(
            ("secretsaudit audit", "the built-in store with a sample estate: needs no account, server or configuration"),
            ("secretsaudit audit --source aws --profile prod --regions eu-west-1 --fail-on high", "a gate in CI: exit code 1 from high on"),
            ("secretsaudit audit --endpoint-url http://127.0.0.1:4599 --regions eu-west-1", "a served store, or any endpoint that speaks AWS's protocols"),
            ("secretsaudit audit --source inventory.jsonl.gz --as-of 2026-12-31", "an exported inventory, judged at another moment"),
            ("secretsaudit audit --format sarif --out -", "one report on stdout"));
        AuditOptionSet.AddTo(command);
        ReportOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var settings = AuditOptionSet.Read(parse, terminal);
        var failOn = ReportOptions.ReadFailOn(parse, terminal);
        var target = ReportOptions.ReadTarget(parse, terminal);
        ReportFiles.Prepare(target);

        using var pack = RuleOptions.LoadPack(parse, terminal, talk);
        var result = await AuditProgress.WatchAsync(
            talk, terminal.Clock, watcher => new AuditRun(settings, pack, terminal, watcher).ExecuteAsync(cancellationToken)).ConfigureAwait(false);
        return await Outcome.DeliverAsync(result, target, failOn, terminal, talk, cancellationToken).ConfigureAwait(false);
    }
}
