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
            ("secretsaudit audit --inventory inventory.jsonl.gz --as-of 2026-12-31", "an exported inventory, judged at another moment"),
            ("secretsaudit audit --inventory template.yaml", "a CloudFormation template, or a Terraform plan as JSON, before it is deployed"),
            ("secretsaudit audit --baseline secretsaudit.baseline.json --write-baseline", "old findings do not fail the run; what is found now is the next run's baseline"),
            ("secretsaudit audit --format sarif --out -", "one report on stdout")).WithExits(Examples.Judging);
        AuditOptionSet.AddTo(command);
        BaselineOptions.AddTo(command);
        ReportOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var configuration = ConfigurationOptions.Read(parse, terminal);
        var baseline = BaselineOptions.Read(parse, terminal, configuration);
        var settings = AuditOptionSet.Read(parse, terminal, configuration) with { Baseline = baseline.Before };
        var failOn = ReportOptions.ReadFailOn(parse, terminal, configuration);
        var target = ReportOptions.ReadTarget(parse, terminal);
        ReportFiles.Prepare(target);

        var (judging, pack) = AuditOptionSet.WithRules(settings, parse, terminal, configuration, talk);
        using var loaded = pack;
        var result = await AuditProgress.WatchAsync(
            talk, terminal.Clock, watcher => new AuditRun(judging, pack, terminal, watcher, () => PrepareWriters(target)).ExecuteAsync(cancellationToken)).ConfigureAwait(false);
        var exit = await Outcome.DeliverAsync(result, target, failOn, terminal, talk, cancellationToken, sparesKnown: baseline.Before is not null).ConfigureAwait(false);
        if (await BaselineOptions.WriteAsync(baseline, result, cancellationToken).ConfigureAwait(false) is { } written)
            talk.Say(written);
        return exit;
    }

    private static void PrepareWriters(ReportTarget target)
    {
        foreach (var writer in target.Writers)
            writer.Prepare();
    }
}
