using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Options;
using SecretsAudit.Cli.Output;
using SecretsAudit.Collectors;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit inventory export</c>: reads now, so that it can be judged later, elsewhere, by other rules.</summary>
internal static class InventoryCommand
{
    private const string Inventory = "inventory";
    private const string Analyzer = "analyzer";

    private static readonly Argument<string?> File = new("file")
    {
        Description = "The file to write; only its owner can read it. No value of any secret is in it. - is stdout. Default: inventory.jsonl.gz, or secretsaudit.inventory.json for the analyzer.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "'inventory', everything that rules may ask for; or 'analyzer', the names of the secrets for the analyzer's AdditionalFiles. Default: inventory.",
        HelpName = "FORMAT",
    };

    public static Command Create(Terminal terminal) => new("inventory", "Reads an inventory into a file.") { Export(terminal) };

    private static Command Export(Terminal terminal)
    {
        var command = new Command("export", "Reads everything that rules may ask for and writes one compressed file; 'audit --inventory FILE' judges it later.").WithExamples(
            ("secretsaudit inventory export --profile prod --regions eu-west-1", "inventory.jsonl.gz"),
            ("secretsaudit audit --inventory inventory.jsonl.gz", "judges it, with no connection to AWS"),
            ("secretsaudit inventory export --format analyzer", "secretsaudit.inventory.json: the compiler then knows which secrets there are"))
            .WithExits("0 done, 2 usage or configuration error, 3 something could not be read");
        command.Arguments.Add(File);
        command.Options.Add(Format);
        ConfigurationOptions.AddTo(command);
        SourceOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var format = parse.GetValue(Format) ?? Inventory;
        if (format is not (Inventory or Analyzer))
            throw new UsageException($"--format: {Choices.Unknown("format", format, [Inventory, Analyzer])}");
        var configuration = ConfigurationOptions.Read(parse, terminal);
        var settings = SourceOptions.Read(parse, terminal, configuration);
        var name = parse.GetValue(File) ?? (format == Analyzer ? AnalyzerInventory.FileName : "inventory.jsonl.gz");

        var gaps = 0;
        var items = await AuditProgress.WatchAsync(talk, terminal.Clock, async watcher =>
        {
            watcher.Step("Opening the source");
            var opened = await OpenedSource.OpenAsync(settings, terminal, cancellationToken).ConfigureAwait(false);
            await using var held = opened.ConfigureAwait(false);
            var request = new InventoryRequest { AsOf = opened.AsOf ?? terminal.Clock.GetUtcNow(), Needs = InventoryNeeds.All, Progress = watcher };
            if (configuration.Settings.UsageWindow is { } window)
                request = request with { UsageWindow = window };
            watcher.Step("Reading the inventory");
            var counted = new CountedSource(opened.Inventory, () => gaps++);
            var written = 0L;
            async Task WriteAsync(Stream file, CancellationToken token) => written = format == Analyzer
                ? await AnalyzerInventory.WriteAsync(counted, request, file, token).ConfigureAwait(false)
                : await InventoryFile.WriteAsync(counted, request, file, token).ConfigureAwait(false);
            if (name == "-")
                await WriteAsync(terminal.Output, cancellationToken).ConfigureAwait(false);
            else
                await WholeFile.WriteAsync(terminal.FullPath(name), WriteAsync, isPrivate: format == Inventory, cancellationToken).ConfigureAwait(false);
            return written;
        }).ConfigureAwait(false);
        talk.Say($"{items} {(format == Analyzer ? "secrets" : "items")} {(name == "-" ? "written" : $"in {name}")}{(gaps == 0 ? "." : $"; {gaps} reads failed: the inventory is incomplete.")}");
        return gaps == 0 ? ExitCode.Clean : ExitCode.Incomplete;
    }

    /// <summary>Hands a source on, and counts what could not be read.</summary>
    private sealed class CountedSource(IInventorySource inner, Action onGap) : IInventorySource
    {
        public string Description => inner.Description;

        public async IAsyncEnumerable<InventoryItem> ReadAsync(
            InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var item in inner.ReadAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (item is InventoryItem.OfGap)
                    onGap();
                yield return item;
            }
        }
    }
}
