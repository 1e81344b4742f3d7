using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Sarif;

/// <summary>The rules of one run and their indexes.</summary>
internal sealed class SarifRuleTable
{
    // GitHub keeps 20 tags a rule.
    private const int MostTags = 20;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<RuleDescriptor> _rules = [];

    /// <summary>The rules that speak about this category's subjects, and every rule it has something to say of.</summary>
    public SarifRuleTable(AuditResult result, SarifCategory category)
    {
        var mentioned = category.Findings.Select(finding => finding.RuleId)
            .Concat(category.NotEvaluated.Select(unevaluated => unevaluated.RuleId)).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in result.Rules.Where(rule => rule.Category == "code" == category.IsCode || mentioned.Contains(rule.Id)))
            Add(rule);

        // A finding outlives its rule: a pack may have dropped it since. Such a rule is described by its finding.
        foreach (var finding in category.Findings.Where(finding => !_indexes.ContainsKey(finding.RuleId)))
            Add(new RuleDescriptor
            {
                Id = finding.RuleId, Name = finding.RuleName, Title = finding.Title, Description = finding.Title, Severity = finding.Severity,
                Category = category.IsCode ? "code" : "inventory", Remediation = finding.Remediation, Precision = finding.Confidence,
            });
    }

    /// <summary>The rule's place in the run's table; null when the run does not know the rule.</summary>
    public int? IndexOf(string ruleId) => _indexes.TryGetValue(ruleId, out var index) ? index : null;

    /// <summary>The rules by their indexes.</summary>
    public IReadOnlyList<RuleDescriptor> Rules => _rules;

    public void Write(Utf8JsonWriter json, SarifTaxonomies taxonomies)
    {
        json.WriteStartArray("rules");
        foreach (var rule in _rules)
            Write(json, rule, taxonomies);

        json.WriteEndArray();
    }

    private void Add(RuleDescriptor rule)
    {
        if (_indexes.TryAdd(rule.Id, _rules.Count))
            _rules.Add(rule);
    }

    private static void Write(Utf8JsonWriter json, RuleDescriptor rule, SarifTaxonomies taxonomies)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Name));
        WriteText(json, "shortDescription", Sentence(VisibleText.OneLine(rule.Title, 1000)));
        WriteText(json, "fullDescription", Sentence(VisibleText.OneLine(rule.Description.Trim(), 1000)));
        if (rule.HelpUri is { IsAbsoluteUri: true } help)
            json.WriteString("helpUri", help.AbsoluteUri);

        json.WriteStartObject("help");
        json.WriteString("text", VisibleText.Cut(VisibleText.Of(rule.Remediation.Trim()), 8000));
        json.WriteString("markdown", VisibleText.Cut(VisibleText.Of(rule.Remediation.Trim()), 8000));
        json.WriteEndObject();

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifLevels.Level(rule.Severity));
        json.WriteEndObject();

        json.WriteStartObject("properties");
        json.WriteString("security-severity", SarifLevels.SecuritySeverity(rule.Severity));
        json.WriteString("precision", SarifLevels.Precision(rule.Precision));
        json.WriteString("problem.severity", SarifLevels.Level(rule.Severity) switch { "error" => "error", "warning" => "warning", _ => "recommendation" });
        json.WriteStartArray("tags");
        foreach (var tag in Tags(rule).Distinct(StringComparer.Ordinal).Take(MostTags))
            json.WriteStringValue(tag);

        json.WriteEndArray();
        json.WriteEndObject();
        taxonomies.WriteRelationships(json, rule.Id);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Tags(RuleDescriptor rule) =>
        ["security", rule.Category, .. rule.Controls.OrderBy(framework => framework.Key, StringComparer.Ordinal)
            .SelectMany(framework => framework.Value.Select(control => VisibleText.OneLine($"{framework.Key}/{control}", 100)))];

    // SARIF's own rule names are Pascal case; ours are kebab case.
    private static string PascalCase(string name) => string.Concat(
        name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
