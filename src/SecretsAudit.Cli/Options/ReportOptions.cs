using System.CommandLine;
using SecretsAudit.Model;
using SecretsAudit.Reports;

namespace SecretsAudit.Cli.Options;

/// <summary>Which reports are written, where, and from which severity on a run fails.</summary>
internal static class ReportOptions
{
    private static readonly string[] Levels = ["critical", "high", "medium", "low", "informational", "none"];

    private static readonly string[] Usual = ["html", "sarif", "json"];

    private static readonly Option<string[]> Formats = Lists.Option("--format", $"Report formats: {string.Join(", ", ReportWriters.All().Select(writer => writer.Format))}. Default: html,sarif,json; with --out -, one, json.", "FORMAT", "-f");

    private static readonly Option<string> Out = new("--out", "-o")
    {
        Description = "The folder for the reports, made when it is not there; - writes one report to stdout. Default: secretsaudit-report.",
        HelpName = "DIR|-",
    };

    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "The lowest severity that makes the run fail with exit code 1: critical, high, medium, low, informational; or none. Default: low.",
        HelpName = "SEVERITY",
    };

    private static readonly Option<string> Template = new("--template") { Description = "A folder of templates that replace the shipped ones, file by file.", HelpName = "DIR" };

    public static void AddTo(Command command)
    {
        command.Options.Add(Template);
        command.Options.Add(Formats);
        command.Options.Add(Out);
        command.Options.Add(FailOn);
    }

    /// <summary>The lowest severity that fails the run; null when none does.</summary>
    /// <exception cref="UsageException">It is no severity.</exception>
    public static Severity? ReadFailOn(ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        if (Setting.Text(parse, FailOn, terminal)?.ToLowerInvariant() is not { } word)
            return configuration.Settings.FailOn ?? Severity.Low;
        if (!Levels.Contains(word))
            throw new UsageException($"--fail-on: {Choices.Unknown("severity", word, Levels)}");
        return word == "none" ? null : Enum.Parse<Severity>(word, ignoreCase: true);
    }

    /// <summary>Whether reports were asked for, by a flag or the environment.</summary>
    public static bool AreAsked(ParseResult parse, Terminal terminal) => Setting.Text(parse, Out, terminal) is not null || Setting.Texts(parse, Formats, terminal).Count > 0;

    /// <exception cref="UsageException">A format is unknown, or stdout is asked for several.</exception>
    public static ReportTarget ReadTarget(ParseResult parse, Terminal terminal)
    {
        var template = Setting.Text(parse, Template, terminal);
        var writers = ReportWriters.All(template is null ? null : terminal.FullPath(template));
        var names = Setting.Texts(parse, Formats, terminal);
        var chosen = new List<IReportWriter>();
        var folder = Setting.Text(parse, Out, terminal) ?? "secretsaudit-report";
        foreach (var name in (names.Count == 0 ? folder == "-" ? ["json"] : Usual : names).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            chosen.Add(writers.FirstOrDefault(writer => string.Equals(writer.Format, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"--format: {Choices.Unknown("report format", name, [.. writers.Select(writer => writer.Format)])}"));
        }

        if (folder == "-" && chosen.Count > 1)
            throw new UsageException($"--out - writes one report to stdout, and {chosen.Count} formats are asked for. Name one with --format, or a folder with --out.");
        return new(folder == "-" ? null : terminal.FullPath(folder), folder, chosen);
    }
}
