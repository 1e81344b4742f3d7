using System.CommandLine;
using System.Globalization;
using System.Text;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store trail</c>: the store's audit trail.</summary>
internal static class StoreTrailCommand
{
    // CloudTrail's event history reaches as far back.
    private static readonly TimeSpan DefaultReach = TimeSpan.FromDays(90);

    public static Command Create(Terminal terminal)
    {
        var to = new Option<string>("--out", "-o") { Description = "The folder that AWSLogs/ is written in.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var from = new Option<string>("--from") { Description = "The first day. Default: 90 days before --to.", HelpName = "YYYY-MM-DD" };
        var until = new Option<string>("--to") { Description = "The last day. Default: today, by the store's clock.", HelpName = "YYYY-MM-DD" };
        var export = new Command("export", "Writes the trail as CloudTrail's gzipped JSON files: AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD.").WithExamples(
            ("secretsaudit store trail export --data .secretsaudit/store --out logs", "the last 90 days, a file for each account, region and day"),
            ("secretsaudit store trail export --from 2026-01-01 --to 2026-03-31", "a quarter, under AWSLogs/ here"));
        foreach (var option in (Option[])[to, from, until])
            export.Options.Add(option);
        StoreFolderOptions.AddTo(export);
        export.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetRequiredValue(to), Day(parse, from), Day(parse, until), terminal, cancellationToken).ConfigureAwait(false));
        return new Command("trail", "The store's audit trail.") { export };
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, string folder, DateTimeOffset? from, DateTimeOffset? until, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = new StoreOptions
        {
            DataDirectory = StoreFolderOptions.ReadFolder(parse, terminal),
            RootKey = StoreFolderOptions.ReadRootKey(parse, terminal),
            WallClock = terminal.Clock,
        };
        if (!Directory.Exists(options.DataDirectory))
            throw new UsageException($"There is no store in {options.DataDirectory}. Name its folder with --data.");

        var store = await ReferenceStore.OpenAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        var end = until?.AddDays(1).AddMilliseconds(-1) ?? store.Clock.GetUtcNow();
        var start = from ?? end - DefaultReach;
        if (start > end)
            throw new UsageException("--from lies after --to.");

        var files = await store.ExportTrailAsync(terminal.FullPath(folder), start, end, cancellationToken).ConfigureAwait(false);
        await terminal.Output.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => Printable.Line(file) + "\n"))), cancellationToken).ConfigureAwait(false);
        if (files.Count == 0)
            Talk.Of(parse, terminal).Say("The trail holds nothing in that time.");
        return ExitCode.Clean;
    }

    private static DateTimeOffset? Day(ParseResult parse, Option<string> option) => parse.GetValue(option) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day
        : throw new UsageException($"{option.Name} '{text}' is no day: write 2026-01-31.");
}
