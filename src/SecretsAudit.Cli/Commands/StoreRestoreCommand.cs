using System.CommandLine;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Hosting.Control;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store restore</c>: puts a store back to a backup, or makes a new store of one.</summary>
internal static class StoreRestoreCommand
{
    private static readonly Argument<string> Source = new("backup") { Description = "The folder that 'store backup' made." };

    private static readonly Option<string> BackupKeyFile = new("--backup-root-key-file")
    {
        Description = "The root key of the time of the backup, when the store has had another one since. Default: the store's.", HelpName = "FILE",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("restore", "Puts a store back to a backup in one step, also while it is served; in a new folder, makes a store of the backup.").WithExamples(
            ("secretsaudit store restore backups/monday", "the store in .secretsaudit/store is as it was on Monday"),
            ("secretsaudit store restore backups/monday --data /data/new --root-key-file root.key", "a new store"));
        command.Arguments.Add(Source);
        command.Options.Add(BackupKeyFile);
        StoreFolderOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var folder = StoreFolderOptions.ReadFolder(parse, terminal);
        var source = terminal.FullPath(parse.GetRequiredValue(Source));
        if (!Directory.Exists(source))
            throw new UsageException($"There is no backup in {source}.");
        var key = parse.GetValue(BackupKeyFile) is { } file ? new RootKeySource.KeyFile(terminal.FullPath(file), CreateWhenMissing: false)
            : StoreFolderOptions.ReadRootKey(parse, terminal) ?? new RootKeySource.KeyFile(Path.Combine(folder, "root.key"), CreateWhenMissing: false);
        if (!StoreFolderOptions.IsStore(folder))
        {
            ReferenceStore.RestoreToNewFolder(source, folder, key);
            talk.Say($"A new store in {folder}. It opens with the root key of the time of the backup.");
            return ExitCode.Clean;
        }

        using var served = await ControlClient.ConnectAsync(folder, cancellationToken).ConfigureAwait(false);
        if (served is not null)
        {
            await served.RestoreAsync(source, key, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var store = await StoreFolderOptions.OpenAsync(parse, folder, terminal, cancellationToken).ConfigureAwait(false);
            await using var held = store.ConfigureAwait(false);
            await store.RestoreAsync(source, key, cancellationToken).ConfigureAwait(false);
        }

        talk.Say($"The store in {folder} is as it was in {source}. Its audit trail and its clock were not turned back.");
        return ExitCode.Clean;
    }
}
