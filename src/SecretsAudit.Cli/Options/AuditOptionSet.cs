using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Engine.Configuration;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Cli.Options;

/// <summary>Options that make an audit: of <c>audit</c>, and of <c>worker</c>, which runs the same audit on a schedule.</summary>
internal static class AuditOptionSet
{
    private static readonly Option<string[]> Code = Lists.Option("--code", "Source trees to scan for credentials beside the inventory.", "PATH");

    private static readonly Option<bool> NoCode = new("--no-code") { Description = "Scan no source code, not even the sample's." };

    private static readonly Option<string> AsOf = new("--as-of") { Description = "Judge as of this moment (UTC), 2026-12-31 or 2026-12-31T08:00:00Z. Default: the inventory's own, or now.", HelpName = "MOMENT" };

    private static readonly Option<string> UsageDays = new("--usage-days") { Description = "How many days of the audit trail to look through for use, 1 to 90. Default: 90.", HelpName = "DAYS" };

    private static readonly Option<bool> CompareConfig = new("--compare-config") { Description = "Read AWS Config's own verdicts, too, and report where they differ." };

    private static readonly Option<string> Waivers = new("--waivers") { Description = "The file of accepted risks. Default: secretsaudit.waivers.yaml when it is there.", HelpName = "FILE" };

    public static void AddTo(Command command)
    {
        ConfigurationOptions.AddTo(command);
        SourceOptions.AddWithFilesTo(command);
        command.Options.Add(Code);
        command.Options.Add(NoCode);
        command.Options.Add(AsOf);
        command.Options.Add(UsageDays);
        RuleOptions.AddTo(command);
        command.Options.Add(Waivers);
        command.Options.Add(CompareConfig);
    }

    public static void AddWaiversTo(Command command) => command.Options.Add(Waivers);

    /// <summary>Everything but the rules, with what is wrong told before anything is read or compiled.</summary>
    /// <exception cref="UsageException">An option is wrong.</exception>
    /// <exception cref="DocumentException">The waiver file is wrong.</exception>
    public static AuditSettings Read(ParseResult parse, Terminal terminal, ConfigurationFile configuration) => new()
    {
        Source = SourceOptions.Read(parse, terminal, configuration),
        CodePaths = [.. Setting.Texts(parse, Code, terminal).Select(path => Existing(path, terminal))],
        CodeName = string.Join(", ", Setting.Texts(parse, Code, terminal)),
        ScansCode = !parse.GetValue(NoCode),
        AsOf = ReadAsOf(parse, terminal),
        UsageWindow = ReadUsageWindow(parse, terminal, configuration.Settings),
        Waivers = ReadWaivers(parse, terminal, configuration),
        WaiverWarning = configuration.Settings.WaiverWarning,
        OwnerTags = configuration.Settings.OwnerTags,
        Trust = configuration.Settings.Trust,
        DueTimes = configuration.Settings.DueTimes,
        ComparesConfig = parse.GetValue(CompareConfig) || configuration.Settings.ComparesConfig == true,
    };

    /// <summary>Loads the rules, and adds their settings.</summary>
    /// <exception cref="UsageException">A setting is malformed.</exception>
    /// <exception cref="DocumentException">A rule is wrong, or the configuration sets what no rule has.</exception>
    public static (AuditSettings Settings, RulePack Pack) WithRules(
        AuditSettings settings, ParseResult parse, Terminal terminal, ConfigurationFile configuration, Talk talk)
    {
        var pack = RuleOptions.LoadPack(parse, terminal, configuration, talk);
        try
        {
            return (settings with { Rules = RuleOptions.ReadSettings(parse, terminal, pack, configuration.Settings) }, pack);
        }
        catch
        {
            pack.Dispose();
            throw;
        }
    }

    private static string Existing(string path, Terminal terminal)
    {
        var full = terminal.FullPath(path);
        return Path.Exists(full) ? full : throw new UsageException($"--code '{path}' does not exist.");
    }

    private static DateTimeOffset? ReadAsOf(ParseResult parse, Terminal terminal)
    {
        if (Setting.Text(parse, AsOf, terminal) is not { } text)
            return null;
        if (!Moments.TryParse(text, out var moment))
            throw new UsageException($"--as-of '{text}' is no moment. Write 2026-12-31 or 2026-12-31T08:00:00Z.");
        // Periods of years are taken from it and added to it.
        return moment.Year is >= 2000 and < 3000 ? moment : throw new UsageException($"--as-of '{text}' lies outside of the years 2000 to 2999.");
    }

    private static TimeSpan ReadUsageWindow(ParseResult parse, Terminal terminal, AuditConfiguration configuration)
    {
        if (Setting.Text(parse, UsageDays, terminal) is not { } text)
            return configuration.UsageWindow ?? TimeSpan.FromDays(90);
        return int.TryParse(text, out var days) && days is >= 1 and <= 90
            ? TimeSpan.FromDays(days)
            : throw new UsageException($"--usage-days '{text}' must be a whole number from 1 to 90: the audit trail reaches back no further.");
    }

    /// <summary>The accepted risks; none when no file is named and the usual one is not there.</summary>
    public static WaiverFile ReadWaivers(ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        var given = Setting.Text(parse, Waivers, terminal);
        var configured = given is null ? configuration.Settings.Waivers : null;
        var name = given ?? configured ?? "secretsaudit.waivers.yaml";
        var path = configured is null ? terminal.FullPath(name) : configuration.FullPath(name);
        if (File.Exists(path))
            return WaiverFile.Read(name, TextFile.ReadYaml(path, name));
        return (given, configured) switch
        {
            (null, null) => WaiverFile.Empty,
            (null, _) => throw new UsageException($"{configuration.Name}: the waivers '{name}' do not exist."),
            _ when Directory.Exists(path) => throw new UsageException($"--waivers '{given}' is a folder. Name the file in it."),
            _ => throw new UsageException($"--waivers '{given}' does not exist."),
        };
    }
}
