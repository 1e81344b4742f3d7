using System.CommandLine;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Configuration;
using SecretsAudit.Engine.Rules;

namespace SecretsAudit.Cli.Options;

/// <summary>Which rules judge, and how they are set.</summary>
internal static class RuleOptions
{
    private static readonly Option<string[]> Folders = Lists.Option("--rules", "Folders of rules that judge beside the shipped ones.", "DIR");

    private static readonly Option<string[]> Enable = Lists.Option("--enable", "Rules to switch on: by name or id, by a framework's id such as pci-dss-4.0.1, or all.", "RULE");

    private static readonly Option<string[]> Disable = Lists.Option("--disable", "Rules to switch off.", "RULE");

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A rule's parameter: --set rotation-overdue.grace=48h. Repeat it for more.",
        HelpName = "RULE.NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The shipped rules, beside the executable.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>The JSON Schema of a rule's file, beside the shipped rules.</summary>
    public static string SchemaFile => Path.Combine(ShippedFolder, "rule.schema.json");

    public static void AddTo(Command command)
    {
        command.Options.Add(Folders);
        command.Options.Add(Enable);
        command.Options.Add(Disable);
        command.Options.Add(Set);
    }

    /// <summary>Adds the options of a command that reads rules and judges nothing.</summary>
    public static void AddFoldersTo(Command command)
    {
        command.Options.Add(Folders);
        ConfigurationOptions.AddTo(command);
    }

    /// <summary>Loads the shipped rules and the user's folders.</summary>
    public static RulePack LoadPack(ParseResult parse, Terminal terminal, ConfigurationFile configuration, Talk talk)
    {
        var pack = LoadPack(parse, terminal, configuration);
        foreach (var note in pack.Notes)
            talk.Detail(note);
        return pack;
    }

    /// <summary>Loads the same rules for a command that may not even have the option for folders.</summary>
    public static RulePack LoadPack(ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        var given = parse.CommandResult.Command.Options.Contains(Folders) ? Setting.Texts(parse, Folders, terminal).Select(name => FolderOf(name, terminal)).ToList() : [];
        return RulePack.Load([ShippedFolder, .. given.Count > 0 ? given : configuration.Settings.RuleFolders.Select(configuration.FullPath)]);
    }

    /// <summary>A folder of rules that a user names.</summary>
    /// <exception cref="UsageException">It is a file, or holds no rule: whoever names it counts on its rules.</exception>
    public static string FolderOf(string name, Terminal terminal)
    {
        var path = terminal.FullPath(name);
        if (File.Exists(path))
            throw new UsageException($"'{name}' is a file. Rules are read by the folder: name the one that it lies in.");
        return !Directory.Exists(path) || Directory.EnumerateFiles(path, "*.y*ml", SearchOption.AllDirectories).Any()
            ? path
            : throw new UsageException($"'{name}' holds no rule: no file in it ends in .yaml. Begin one with 'secretsaudit rules new NAME --out {name}'.");
    }

    /// <summary>The configuration's settings, and on top of them the flags'.</summary>
    /// <exception cref="UsageException">A setting is malformed; unknown rules are the engine's to refuse.</exception>
    public static IReadOnlyDictionary<string, RuleSetting> ReadSettings(ParseResult parse, Terminal terminal, RulePack pack, AuditConfiguration configuration)
    {
        var settings = new Dictionary<string, RuleSetting>(configuration.RuleSettings(pack), StringComparer.Ordinal);
        // A flag may call a rule otherwise than the file does.
        string Key(string rule) => pack.Find(rule) is { } known ? settings.Keys.FirstOrDefault(known.IsNamed) ?? rule : rule;
        RuleSetting Of(string rule) => settings.GetValueOrDefault(Key(rule)) ?? new();
        foreach (var rule in Setting.Texts(parse, Enable, terminal).SelectMany(word => Named(word, pack)))
            settings[Key(rule)] = Of(rule) with { Enabled = true };
        foreach (var rule in Setting.Texts(parse, Disable, terminal))
            settings[Key(rule)] = Of(rule) with { Enabled = false, Overrides = [] };
        foreach (var text in parse.GetValue(Set) ?? [])
        {
            if (text.Split('=', 2) is not [var left, var value] || left.Split('.', 2) is not [{ Length: > 0 } rule, { Length: > 0 } name])
                throw new UsageException($"--set '{text}' is not understood. Write RULE.NAME=VALUE, for example rotation-overdue.grace=48h.");
            settings[Key(rule)] = With(Of(rule), name, value);
        }

        return settings;
    }

    // One rule; or all of them, or those that give evidence for a framework.
    private static IEnumerable<string> Named(string word, RulePack pack) =>
        word == "all" ? pack.Rules.Where(rule => rule.Descriptor.Deprecated is null).Select(rule => rule.Descriptor.Name)
        : pack.Frameworks.Any(framework => framework.Id == word) ? pack.RulesOf(word).Where(rule => rule.Descriptor.Deprecated is null).Select(rule => rule.Descriptor.Name)
        : [word];

    // A flag wins over the file for every resource, so also over the file's overrides.
    private static RuleSetting With(RuleSetting setting, string name, string value) => setting with
    {
        Parameters = new Dictionary<string, string>(setting.Parameters) { [name] = value },
        Overrides =
        [
            .. setting.Overrides.Select(own => own with
            {
                Setting = own.Setting with { Parameters = own.Setting.Parameters.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal) },
            }),
        ],
    };
}
