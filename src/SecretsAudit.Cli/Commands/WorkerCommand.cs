using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Options;
using SecretsAudit.Collectors;
using SecretsAudit.Model;
using SecretsAudit.Worker;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit worker</c>: the same audit on a schedule, with its history and a dashboard.</summary>
internal static class WorkerCommand
{
    private static readonly Option<string> Schedule = new("--schedule")
    {
        Description = "When to audit: a cron expression of five fields, or @hourly, @daily, @weekly, @monthly. Default: 0 3 * * *.", HelpName = "CRON",
    };

    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "The schedule's time zone, Europe/Berlin for example. Default: UTC.", HelpName = "ZONE" };

    private static readonly Option<string> DataFolder = new("--data") { Description = "The folder for history and schedule. Default: .secretsaudit/worker.", HelpName = "DIR" };

    private static readonly Option<string> Url = new("--url") { Description = $"Where the dashboard listens; anything but a loopback address needs a token in {WorkerOptions.TokenVariable}. Default: http://127.0.0.1:4600.", HelpName = "URL" };

    private static readonly Option<string[]> Hosts = Lists.Option("--allowed-hosts", "DNS names that the dashboard answers to, besides localhost.", "NAME");

    private static readonly Option<bool> RunNow = new("--run-now") { Description = "Audit at start, too." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("worker", "Audits on a schedule, keeps the history of runs and findings, and serves a dashboard.").WithExamples(
            ("secretsaudit worker --run-now", "the sample estate now and every day at 03:00 UTC; dashboard on http://127.0.0.1:4600"),
            ("secretsaudit worker --schedule \"0 */6 * * *\" --profile prod --regions eu-west-1", "an AWS account every six hours")).WithExits("0 stopped by Ctrl+C or a signal, 2 usage or configuration error");
        foreach (var option in (Option[])[Schedule, TimeZone, DataFolder, Url, Hosts, RunNow])
            command.Options.Add(option);
        AuditOptionSet.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var configuration = ConfigurationOptions.Read(parse, terminal);
        var settings = AuditOptionSet.Read(parse, terminal, configuration);
        // A profile that is not there is told now, and not by the first night's audit.
        if (settings.Source.Kind == "aws")
            _ = AwsTargets.Find(settings.Source.Profiles, settings.Source.Regions);
        var defaults = new WorkerOptions { DataDirectory = terminal.FullPath(Setting.Text(parse, DataFolder, terminal) ?? Path.Combine(".secretsaudit", "worker")) };
        var options = defaults with
        {
            Schedule = Setting.Text(parse, Schedule, terminal) ?? defaults.Schedule,
            TimeZone = Setting.Text(parse, TimeZone, terminal) ?? defaults.TimeZone,
            Url = Setting.Text(parse, Url, terminal) ?? defaults.Url,
            AllowedHosts = Setting.Texts(parse, Hosts, terminal),
            DashboardToken = terminal.Variable(WorkerOptions.TokenVariable),
            RunAtStart = parse.GetValue(RunNow),
        };

        var (judging, pack) = AuditOptionSet.WithRules(settings, parse, terminal, configuration, talk);
        using var loaded = pack;
        var audit = new AuditRun(judging, pack, terminal, new SilentWatcher());
        var log = talk.IsQuiet ? TextWriter.Null : terminal.Error;
        await WorkerHost.RunAsync(options, audit, Reports.ReportWriters.All(), terminal.Clock, log, cancellationToken).ConfigureAwait(false);
        return ExitCode.Clean;
    }

    /// <summary>A worker's audits are watched in its log and dashboard.</summary>
    private sealed class SilentWatcher : IAuditWatcher
    {
        public void Step(string activity)
        {
        }

        public void ScannedFiles(int files)
        {
        }

        public void Report(CollectionProgress value)
        {
        }
    }
}
