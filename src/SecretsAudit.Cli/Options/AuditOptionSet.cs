using System.CommandLine;
using SecretsAudit.Cli.Auditing;
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

    private static readonly Option<string> Waivers = new("--waivers") { Description = "The file of accepted risks. Default: secretsaudit.waivers.yaml when it is there.", HelpName = "FILE" };

    public static void AddTo(Command command)
    {
        SourceOptions.AddTo(command);
        command.Options.Add(Code);
        command.Options.Add(NoCode);
        command.Options.Add(AsOf);
        command.Options.Add(UsageDays);
        RuleOptions.AddTo(command);
        command.Options.Add(Waivers);
    }

    public static void AddWaiversTo(Command command) => command.Options.Add(Waivers);

    /// <exception cref="UsageException">An option is wrong.</exception>
    /// <exception cref="DocumentException">The waiver file is wrong.</exception>
    public static AuditSettings Read(ParseResult parse, Terminal terminal) => new()
    {
        Source = SourceOptions.Read(parse, terminal),
        CodePaths = [.. Setting.Texts(parse, Code, terminal).Select(path => Existing(path, terminal))],
        CodeName = string.Join(", ", Setting.Texts(parse, Code, terminal)),
        ScansCode = !parse.GetValue(NoCode),
        AsOf = ReadAsOf(parse, terminal),
        UsageWindow = ReadUsageWindow(parse, terminal),
        Rules = RuleOptions.ReadSettings(parse, terminal),
        Waivers = ReadWaivers(parse, terminal),
    };

    private static string Existing(string path, Terminal terminal)
    {
        var full = terminal.FullPath(path);
        return Path.Exists(full) ? full : throw new UsageException($"--code '{path}' does not exist.");
    }

    private static DateTimeOffset? ReadAsOf(ParseResult parse, Terminal terminal)
    {
        if (Setting.Text(parse, AsOf, terminal) is not { } text)
            return null;
        return Moments.TryParse(text, out var moment) ? moment : throw new UsageException($"--as-of '{text}' is no moment. Write 2026-12-31 or 2026-12-31T08:00:00Z.");
    }

    private static TimeSpan ReadUsageWindow(ParseResult parse, Terminal terminal)
    {
        if (Setting.Text(parse, UsageDays, terminal) is not { } text)
            return TimeSpan.FromDays(90);
        return int.TryParse(text, out var days) && days is >= 1 and <= 90
            ? TimeSpan.FromDays(days)
            : throw new UsageException($"--usage-days '{text}' must be a whole number from 1 to 90: the audit trail reaches back no further.");
    }

    /// <summary>The accepted risks; none when no file is named and the usual one is not there.</summary>
    public static WaiverFile ReadWaivers(ParseResult parse, Terminal terminal)
    {
        var given = Setting.Text(parse, Waivers, terminal);
        var name = given ?? "secretsaudit.waivers.yaml";
        var path = terminal.FullPath(name);
        if (!File.Exists(path))
            return given is null ? WaiverFile.Empty : throw new UsageException($"--waivers '{given}' does not exist.");
        return WaiverFile.Read(name, File.ReadAllText(path));
    }
}
