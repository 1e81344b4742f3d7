using System.Globalization;
using System.Text.Json;
using SecretsAudit.CodeScan;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Model;
using Spectre.Console;
using Rule = SecretsAudit.Engine.Rules.Rule;

namespace SecretsAudit.Cli.Output;

/// <summary>Shows rules on the command line.</summary>
internal static class RuleListing
{
    private static IEnumerable<RuleDescriptor> Others => CodeRules.All.Concat(AuditRules.All);

    public static IReadOnlyCollection<string> Names(RulePack pack) =>
        [.. pack.Rules.Select(rule => rule.Descriptor.Name).Concat(Others.Select(rule => rule.Name)).Order(StringComparer.Ordinal)];

    /// <summary>A rule about code or about the audit itself; null when there is none of that name or id.</summary>
    public static RuleDescriptor? FindOther(string idOrName) =>
        Others.FirstOrDefault(rule => rule.Name == idOrName || string.Equals(rule.Id, idOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a table of all rules, or of those that give evidence for a framework's controls.</summary>
    public static void WriteTable(RulePack pack, string? framework, TextWriter writer, bool isTerminal, bool color)
    {
        var console = Talk.Create(writer, isTerminal, color);
        var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "Name", "Severity", "On", framework is null ? "Title" : "Controls");
        foreach (var (rule, isOn) in Listed(pack, framework))
        {
            var last = framework is null ? rule.Title : string.Join(", ", rule.Controls[framework]);
            table.AddRow(rule.Id, Markup.Escape(Printable.Line(rule.Name)), rule.Severity.ToString().ToLowerInvariant(), isOn ? "yes" : "", Markup.Escape(Printable.Line(last)));
        }

        console.Write(table);
    }

    /// <summary>Writes the same as JSON.</summary>
    public static void WriteJson(RulePack pack, string? framework, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var (rule, isOn) in Listed(pack, framework))
            {
                json.WriteStartObject();
                if (pack.Find(rule.Id) is { } read)
                    json.WriteString("needs", read.NeedsText);
                json.WriteString("id", rule.Id);
                json.WriteString("name", rule.Name);
                json.WriteString("title", rule.Title);
                json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
                json.WriteString("category", rule.Category);
                json.WriteBoolean("enabled", isOn);
                json.WriteStartObject("controls");
                foreach (var (standard, controls) in rule.Controls)
                {
                    json.WriteStartArray(standard);
                    foreach (var control in controls)
                        json.WriteStringValue(control);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public static void WriteRule(Rule rule, TextWriter writer)
    {
        WriteRule(rule.Descriptor, writer);
        writer.WriteLine();
        writer.WriteLine(rule.EnabledByDefault ? "On by default." : $"Off by default; switch it on with --enable {rule.Descriptor.Name}.");
        writer.WriteLine($"Judges:        every {rule.Resource.ToString().ToLowerInvariant()}");
        writer.WriteLine(Printable.Line($"Speaks when:   {rule.WhenText ?? "always"}"));
        writer.WriteLine(Printable.Line($"Violated when: {rule.FailText}"));
        writer.WriteLine($"Needs:         {rule.NeedsText}");
        if (rule.Grace > TimeSpan.Zero)
            writer.WriteLine($"Grace:         {rule.Grace.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} days for a new {rule.Resource.ToString().ToLowerInvariant()}");
        foreach (var parameter in rule.Parameters)
        {
            var kind = parameter.Type.ToString().ToLowerInvariant();
            writer.WriteLine(Printable.Line($"Parameter {parameter.Name} ({kind}, default {parameter.DefaultText}): {parameter.Description}"));
        }

        writer.WriteLine($"{rule.TestCount} tests in {rule.At.File}");
    }

    public static void WriteRule(RuleDescriptor rule, TextWriter writer)
    {
        writer.WriteLine(Printable.Line($"{rule.Id} {rule.Name} ({rule.Severity.ToString().ToLowerInvariant()}, {rule.Category})"));
        writer.WriteLine(Printable.Line(rule.Title));
        writer.WriteLine();
        WriteLines(rule.Description, writer);
        writer.WriteLine();
        writer.WriteLine("Remediation");
        WriteLines(rule.Remediation, writer);
        if (rule.Controls.Count > 0)
        {
            writer.WriteLine();
            foreach (var (framework, controls) in rule.Controls)
                writer.WriteLine(Printable.Line($"{framework}: {string.Join(", ", controls)}"));
        }

        if (rule.Peers is { Count: > 0 } peers)
            writer.WriteLine(Printable.Line($"Others call it: {string.Join(", ", peers)}"));
        if (rule.Aliases is { Count: > 0 } aliases)
            writer.WriteLine(Printable.Line($"Formerly: {string.Join(", ", aliases)}"));
        if (rule.Deprecated is { } retired)
            writer.WriteLine(Printable.Line($"Retired since {retired.Since}: {retired.Reason}"));
        if (rule.HelpUri is { } help)
            writer.WriteLine(Printable.Line(help.ToString()));
    }

    private static void WriteLines(string text, TextWriter writer)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
            writer.WriteLine(Printable.Line(line));
    }

    private static IEnumerable<(RuleDescriptor Rule, bool IsOn)> Listed(RulePack pack, string? framework) =>
        (framework is null ? pack.Rules : pack.RulesOf(framework)).Select(rule => (rule.Descriptor, rule.EnabledByDefault))
            .Concat(Others.Where(rule => framework is null || rule.Controls.ContainsKey(framework)).Select(rule => (rule, true)));
}
