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
    /// <exception cref="UsageException">The named file does not exist.</exception>
    /// <exception cref="DocumentException">The file is wrong.</exception>
    public static ConfigurationFile Read(ParseResult parse, Terminal terminal)
    {
        var given = Setting.Text(parse, Config, terminal);
        var name = given ?? Usual;
        var path = terminal.FullPath(name);
        if (File.Exists(path))
            return new(name, Path.GetDirectoryName(path)!, AuditConfiguration.Read(name, TextFile.ReadYaml(path, name)));
        return given is null
            ? new(name, terminal.Folder, AuditConfiguration.Empty)
            : throw new UsageException($"--config '{given}' does not exist.");
    }
}
