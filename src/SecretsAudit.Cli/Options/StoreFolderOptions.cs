using System.CommandLine;
using SecretsAudit.Store;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Cli.Options;

/// <summary>Where a store keeps its files, and where its root key comes from.</summary>
internal static class StoreFolderOptions
{
    private const string KeyVariable = "SECRETSAUDIT_ROOT_KEY";
    private const string PassphraseVariable = "SECRETSAUDIT_ROOT_PASSPHRASE";

    private static readonly Option<string> Folder = new("--data") { Description = "The store's folder. Default: .secretsaudit/store.", HelpName = "DIR" };

    private static readonly Option<string> RootKeyFile = new("--root-key-file")
    {
        Description = $"The file with the root key, 32 bytes in base64, readable by its owner only. Default: {KeyVariable} (base64) or {PassphraseVariable} when one is set, else root.key in the folder, made on first use.",
        HelpName = "FILE",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Folder);
        command.Options.Add(RootKeyFile);
    }

    public static string ReadFolder(ParseResult parse, Terminal terminal) =>
        terminal.FullPath(parse.GetValue(Folder) ?? terminal.Variable("SECRETSAUDIT_STORE_DATA") ?? Path.Combine(".secretsaudit", "store"));

    /// <summary>Where the root key comes from; null for the folder's own file.</summary>
    public static RootKeySource? ReadRootKey(ParseResult parse, Terminal terminal) =>
        parse.GetValue(RootKeyFile) is { } file ? new RootKeySource.KeyFile(terminal.FullPath(file))
        : RootKeyOf(terminal);

    /// <summary>The root key that the environment holds; null for the folder's own file.</summary>
    public static RootKeySource? RootKeyOf(Terminal terminal) =>
        !string.IsNullOrEmpty(terminal.Variable(KeyVariable)) ? new RootKeySource.EnvironmentVariable(KeyVariable)
        : terminal.Variable(PassphraseVariable) is { Length: > 0 } passphrase ? new RootKeySource.Passphrase(passphrase)
        : null;

    /// <summary>Whether a folder holds a store.</summary>
    public static bool IsStore(string folder) => File.Exists(Path.Combine(folder, "store.json"));

    /// <summary>The folder of a store that is there.</summary>
    /// <exception cref="UsageException">It holds no store.</exception>
    public static string RequireStore(ParseResult parse, Terminal terminal)
    {
        var folder = ReadFolder(parse, terminal);
        return IsStore(folder) ? folder : throw new UsageException($"There is no store in {folder}. Name its folder with --data.");
    }

    /// <summary>Opens a store that nobody serves.</summary>
    public static Task<ReferenceStore> OpenAsync(ParseResult parse, string folder, Terminal terminal, CancellationToken cancellationToken) =>
        ReferenceStore.OpenAsync(new() { DataDirectory = folder, RootKey = ReadRootKey(parse, terminal), WallClock = terminal.Clock }, cancellationToken: cancellationToken);
}
