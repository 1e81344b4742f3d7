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

    public static void WriteTable(RulePack pack, TextWriter writer, bool isTerminal, bool color)
    {
        var console = Talk.Create(writer, isTerminal, color);
        var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "Name", "Severity", "On", "Title");
        foreach (var rule in pack.Rules)
            Add(table, rule.Descriptor, rule.EnabledByDefault);
        foreach (var rule in Others)
            Add(table, rule, isOn: true);
        console.Write(table);
    }

    public static void WriteJson(RulePack pack, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var (rule, isOn) in pack.Rules.Select(rule => (rule.Descriptor, rule.EnabledByDefault)).Concat(Others.Select(rule => (rule, true))))
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("name", rule.Name);
                json.WriteString("title", rule.Title);
                json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
                json.WriteString("category", rule.Category);
                json.WriteBoolean("enabled", isOn);
                json.WriteStartObject("controls");
                foreach (var (framework, controls) in rule.Controls)
                {
                    json.WriteStartArray(framework);
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
        writer.WriteLine($"Speaks about a secret when: {rule.WhenText ?? "always"}");
        writer.WriteLine($"Violated when:              {rule.FailText}");
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

        if (rule.HelpUri is { } help)
            writer.WriteLine(Printable.Line(help.ToString()));
    }

    private static void WriteLines(string text, TextWriter writer)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
            writer.WriteLine(Printable.Line(line));
    }

    private static void Add(Table table, RuleDescriptor rule, bool isOn) => table.AddRow(
        rule.Id, Markup.Escape(Printable.Line(rule.Name)), rule.Severity.ToString().ToLowerInvariant(), isOn ? "yes" : "", Markup.Escape(Printable.Line(rule.Title)));
}
