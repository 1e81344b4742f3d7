using System.CommandLine;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;
using SecretsAudit.Store.Hosting.Control;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store backup</c>: a consistent copy of a store, also while it is served.</summary>
internal static class StoreBackupCommand
{
    private static readonly Argument<string> Target = new("backup") { Description = "The folder to make; it must not exist." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("backup", "Writes a consistent copy of a store to a new folder, also while it is served. The root key is not in it: keep that elsewhere.").WithExamples(
            ("secretsaudit store backup backups/monday", "the store in .secretsaudit/store"),
            ("secretsaudit store backup /backups/monday --data /data/store", "another store"));
        command.Arguments.Add(Target);
        StoreFolderOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = StoreFolderOptions.RequireStore(parse, terminal);
        var target = terminal.FullPath(parse.GetRequiredValue(Target));
        using var served = await ControlClient.ConnectAsync(folder, cancellationToken).ConfigureAwait(false);
        if (served is not null)
        {
            await served.BackupAsync(target, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var store = await StoreFolderOptions.OpenAsync(parse, folder, terminal, cancellationToken).ConfigureAwait(false);
            await using var held = store.ConfigureAwait(false);
            await store.BackupAsync(target, cancellationToken).ConfigureAwait(false);
        }

        Talk.Of(parse, terminal).Say($"The backup is in {target}. Keep the root key elsewhere: without it the backup cannot be read.");
        return ExitCode.Clean;
    }
}
