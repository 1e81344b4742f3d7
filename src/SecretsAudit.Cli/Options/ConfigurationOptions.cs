using System.CommandLine;
using SecretsAudit.Engine.Configuration;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli.Options;

/// <summary>The configuration file. Flags win over the environment, which wins over the file.</summary>
internal static class ConfigurationOptions
{
    private const string Usual = "secretsaudit.yaml";

    private static readonly Option<string> Config = new("--config") { Description = $"The configuration. Default: {Usual} when it is there.", HelpName = "FILE" };

    public static void AddTo(Command command) => command.Options.Add(Config);

    /// <summary>The configuration; an empty one when no file is named and the usual one is not there.</summary>
    /// <exception cref="UsageException">The named file does not exist, or is a folder.</exception>
    /// <exception cref="DocumentException">The file is wrong.</exception>
    public static ConfigurationFile Read(ParseResult parse, Terminal terminal)
    {
        var given = Setting.Text(parse, Config, terminal);
        var name = given ?? Usual;
        var path = terminal.FullPath(name);
        if (File.Exists(path))
        {
            var folder = Path.GetDirectoryName(path)!;
            return new(name, folder, AuditConfiguration.Read(name, TextFile.ReadYaml(path, name), read => RuleOptions.LoadPack(parse, terminal, new(name, folder, read))));
        }

        return given is null ? new(name, terminal.Folder, AuditConfiguration.Empty)
            : Directory.Exists(path) ? throw new UsageException($"--config '{given}' is a folder. Name the file in it: {Path.Combine(given, Usual)}.")
            : throw new UsageException($"--config '{given}' does not exist.");
    }
}
