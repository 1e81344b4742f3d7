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
    public static Command Create(Terminal terminal) => new("inventory", "Reads an inventory into a file.") { Export(terminal) };

    private static Command Export(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The file to write; only its owner can read it. No value of any secret is in it.", DefaultValueFactory = _ => "inventory.jsonl.gz" };
        var command = new Command("export", "Reads everything that rules may ask for and writes one compressed file; 'audit --source FILE' judges it later.").WithExamples(
            ("secretsaudit inventory export --profile prod --regions eu-west-1", "inventory.jsonl.gz"),
            ("secretsaudit audit --source inventory.jsonl.gz", "judges it, with no connection to AWS"));
        command.Arguments.Add(file);
        SourceOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetRequiredValue(file), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, string name, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var settings = SourceOptions.Read(parse, terminal);
        var gaps = 0;
        var items = await AuditProgress.WatchAsync(talk, terminal.Clock, async watcher =>
        {
            watcher.Step("Opening the source");
            var opened = await OpenedSource.OpenAsync(settings, terminal, cancellationToken).ConfigureAwait(false);
            await using var held = opened.ConfigureAwait(false);
            var request = new InventoryRequest { AsOf = opened.AsOf ?? terminal.Clock.GetUtcNow(), Progress = watcher };
            watcher.Step("Reading the inventory");
            var counted = new CountedSource(opened.Inventory, () => gaps++);
            return await InventoryFile.WriteAsync(counted, request, terminal.FullPath(name), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        talk.Say($"{items} items in {name}{(gaps == 0 ? "." : $", {gaps} of them reads that failed: the inventory is incomplete.")}");
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
