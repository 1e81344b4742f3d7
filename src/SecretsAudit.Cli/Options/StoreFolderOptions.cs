using System.CommandLine;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Cli.Options;

/// <summary>Where a store keeps its files, and where its root key comes from.</summary>
internal static class StoreFolderOptions
{
    private const string KeyVariable = "SECRETSAUDIT_ROOT_KEY";

    private static readonly Option<string> Folder = new("--data") { Description = "The store's folder, made when it is not there. Default: .secretsaudit/store.", HelpName = "DIR" };

    private static readonly Option<string> RootKeyFile = new("--root-key-file")
    {
        Description = $"The file with the root key, 32 bytes in base64, readable by its owner only. Default: {KeyVariable} when it is set, else root.key in the folder, made on first use.",
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
        : string.IsNullOrEmpty(terminal.Variable(KeyVariable)) ? null
        : new RootKeySource.EnvironmentVariable(KeyVariable);
}
