using System.CommandLine;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Hosting.Control;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store rotate-root-key</c>: another root key; no value is written anew.</summary>
internal static class StoreRotateRootKeyCommand
{
    private static readonly Option<string> NewKeyFile = new("--new-root-key-file")
    {
        Description = "The file with the new root key, 32 bytes in base64, readable by its owner only; made when it is not there.", HelpName = "FILE", Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("rotate-root-key", "Puts a store under another root key, also while it is served. One small file is written anew and no value; the old key opens the store no more.").WithExamples(
            ("secretsaudit store rotate-root-key --new-root-key-file /keys/root-2.key", "then: secretsaudit store serve --root-key-file /keys/root-2.key"));
        command.Options.Add(NewKeyFile);
        StoreFolderOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = StoreFolderOptions.RequireStore(parse, terminal);
        var file = terminal.FullPath(parse.GetRequiredValue(NewKeyFile));
        var next = new RootKeySource.KeyFile(file);
        using var served = await ControlClient.ConnectAsync(folder, cancellationToken).ConfigureAwait(false);
        if (served is not null)
        {
            await served.RotateRootKeyAsync(next, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var store = await StoreFolderOptions.OpenAsync(parse, folder, terminal, cancellationToken).ConfigureAwait(false);
            await using var held = store.ConfigureAwait(false);
            store.RotateRootKey(next);
        }

        Talk.Of(parse, terminal).Say($"The store in {folder} opens with {file} from now on. Backups made before open with the old key.");
        return ExitCode.Clean;
    }
}
