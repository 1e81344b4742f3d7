using System.CommandLine;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;

namespace SecretsAudit.Cli.Options;

/// <summary>Which rules judge, and how they are set.</summary>
internal static class RuleOptions
{
    private static readonly Option<string[]> Folders = Lists.Option("--rules", "Folders of rules that judge beside the shipped ones.", "DIR");

    private static readonly Option<string[]> Enable = Lists.Option("--enable", "Rules to switch on, by name or id.", "RULE");

    private static readonly Option<string[]> Disable = Lists.Option("--disable", "Rules to switch off.", "RULE");

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A rule's parameter: --set rotation-overdue.grace=48h. Repeat it for more.",
        HelpName = "RULE.NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The shipped rules, beside the executable.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "rules");

    public static void AddTo(Command command)
    {
        command.Options.Add(Folders);
        command.Options.Add(Enable);
        command.Options.Add(Disable);
        command.Options.Add(Set);
    }

    public static void AddFoldersTo(Command command) => command.Options.Add(Folders);

    /// <summary>Loads the shipped rules and the user's folders.</summary>
    public static RulePack LoadPack(ParseResult parse, Terminal terminal, Talk talk)
    {
        var pack = RulePack.Load([ShippedFolder, .. Setting.Texts(parse, Folders, terminal).Select(terminal.FullPath)]);
        foreach (var note in pack.Notes)
            talk.Detail(note);
        return pack;
    }

    /// <exception cref="UsageException">A setting is malformed; unknown rules are the engine's to refuse.</exception>
    public static IReadOnlyDictionary<string, RuleSetting> ReadSettings(ParseResult parse, Terminal terminal)
    {
        var settings = new Dictionary<string, RuleSetting>(StringComparer.Ordinal);
        RuleSetting Of(string rule) => settings.GetValueOrDefault(rule) ?? new();
        foreach (var rule in Setting.Texts(parse, Enable, terminal))
            settings[rule] = Of(rule) with { Enabled = true };
        foreach (var rule in Setting.Texts(parse, Disable, terminal))
            settings[rule] = Of(rule) with { Enabled = false };
        foreach (var text in parse.GetValue(Set) ?? [])
        {
            if (text.Split('=', 2) is not [var left, var value] || left.Split('.', 2) is not [{ Length: > 0 } rule, { Length: > 0 } name])
                throw new UsageException($"--set '{text}' is not understood. Write RULE.NAME=VALUE, for example rotation-overdue.grace=48h.");
            settings[rule] = Of(rule) with { Parameters = new Dictionary<string, string>(Of(rule).Parameters) { [name] = value } };
        }

        return settings;
    }
}
