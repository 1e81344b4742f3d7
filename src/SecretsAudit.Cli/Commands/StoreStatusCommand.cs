using System.CommandLine;
using System.Globalization;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;
using SecretsAudit.Store.Hosting.Control;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store status</c>: what a store holds; one that nobody serves is opened, and so checked row by row.</summary>
internal static class StoreStatusCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("status", "Tells what a store holds and whether it is served. A store that nobody serves is opened and every row of it is checked.").WithExamples(
            ("secretsaudit store status", "the store in .secretsaudit/store"),
            ("secretsaudit store status --data /data/store", "also while it is served"));
        StoreFolderOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = StoreFolderOptions.RequireStore(parse, terminal);
        using var served = await ControlClient.ConnectAsync(folder, cancellationToken).ConfigureAwait(false);
        var status = served is not null
            ? await served.StatusAsync(cancellationToken).ConfigureAwait(false)
            : await CheckAsync(parse, folder, terminal, cancellationToken).ConfigureAwait(false);

        var output = parse.InvocationConfiguration.Output;
        await output.WriteLineAsync($"folder:    {Printable.Line(folder)}").ConfigureAwait(false);
        await output.WriteLineAsync($"served:    {status.Address ?? "no"}").ConfigureAwait(false);
        await output.WriteLineAsync($"writable:  {(status.IsWritable ? "yes" : "no")}").ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"time:      {status.Time:yyyy-MM-dd'T'HH:mm:ss'Z'}")).ConfigureAwait(false);
        await output.WriteLineAsync($"accounts:  {string.Join(' ', status.Accounts)}").ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"secrets:   {status.Secrets}")).ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"trail:     {status.PendingTrailEvents} events wait, {status.LostTrailEvents} lost")).ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"bytes:     {status.Bytes}")).ConfigureAwait(false);
        return ExitCode.Clean;
    }

    private static async Task<StoreStatus> CheckAsync(ParseResult parse, string folder, Terminal terminal, CancellationToken cancellationToken)
    {
        var store = await StoreFolderOptions.OpenAsync(parse, folder, terminal, cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        return store.Status;
    }
}
