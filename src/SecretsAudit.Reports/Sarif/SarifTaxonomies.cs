using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Sarif;

/// <summary>
/// The frameworks as SARIF taxonomies: each control a taxon, each rule related to the controls that it gives evidence for. How the controls came out is the
/// whole audit's and stands in its first run; the other runs have the controls that their rules refer to.
/// </summary>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html#_Toc141790848"/>
internal sealed class SarifTaxonomies
{
    private readonly bool _isSummary;
    private readonly List<(FrameworkCoverage Framework, List<ControlCoverage> Controls)> _frameworks;

    /// <param name="result">The audit.</param>
    /// <param name="rules">The run's rules.</param>
    /// <param name="isSummary">Whether the run tells how the controls came out.</param>
    public SarifTaxonomies(AuditResult result, IReadOnlyCollection<RuleDescriptor> rules, bool isSummary)
    {
        _isSummary = isSummary;
        var ids = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        _frameworks =
        [
            .. (result.Frameworks ?? []).Select(framework => (framework, framework.Controls.Where(control => isSummary || control.Rules.Any(ids.Contains)).ToList()))
                .Where(entry => entry.Item2.Count > 0),
        ];
    }

    /// <summary>Names the taxonomies that the rules refer to.</summary>
    public void WriteSupported(Utf8JsonWriter json)
    {
        if (_frameworks.Count == 0)
            return;

        json.WriteStartArray("supportedTaxonomies");
        for (var i = 0; i < _frameworks.Count; i++)
            WriteReference(json, i);
        json.WriteEndArray();
    }

    /// <summary>Relates a rule to its controls.</summary>
    public void WriteRelationships(Utf8JsonWriter json, string ruleId)
    {
        var targets = _frameworks.SelectMany((entry, framework) => entry.Controls.Select((control, index) => (framework, control, index)).Where(target => target.control.Rules.Contains(ruleId))).ToList();
        if (targets.Count == 0)
            return;

        json.WriteStartArray("relationships");
        foreach (var (framework, control, index) in targets)
        {
            json.WriteStartObject();
            json.WriteStartObject("target");
            json.WriteString("id", control.Id);
            json.WriteNumber("index", index);
            json.WritePropertyName("toolComponent");
            WriteReference(json, framework);
            json.WriteEndObject();
            json.WriteStartArray("kinds");
            json.WriteStringValue("relevant");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the taxonomies with their taxa.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (_frameworks.Count == 0)
            return;

        json.WriteStartArray("taxonomies");
        foreach (var (framework, controls) in _frameworks)
        {
            json.WriteStartObject();
            json.WriteString("name", framework.Id);
            json.WriteString("fullName", VisibleText.OneLine(framework.Name, 200));
            json.WriteString("informationUri", framework.Source.AbsoluteUri);
            json.WriteBoolean("isComprehensive", false);
            WriteText(json, "shortDescription", $"The controls of {VisibleText.OneLine(framework.Name, 200)} that concern secrets, in SecretsAudit's words.");
            json.WriteStartArray("taxa");
            foreach (var control in controls)
                WriteTaxon(json, control);
            json.WriteEndArray();
            if (_isSummary)
                WriteCounts(json, framework);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTaxon(Utf8JsonWriter json, ControlCoverage control)
    {
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        WriteText(json, "shortDescription", $"{VisibleText.OneLine(control.Title, 500).TrimEnd('.')}.");
        if (_isSummary)
        {
            json.WriteStartObject("properties");
            json.WriteString("status", Word(control.Status));
            json.WriteNumber("passed", control.Passed);
            json.WriteNumber("failed", control.Failed);
            json.WriteNumber("waived", control.Waived);
            json.WriteNumber("notEvaluated", control.NotEvaluated);
            if (control.Reason is { } reason)
                json.WriteString("reason", VisibleText.OneLine(reason, 1000));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, FrameworkCoverage framework)
    {
        json.WriteStartObject("properties");
        foreach (var status in Enum.GetValues<ControlStatus>())
            json.WriteNumber(Word(status), framework.Count(status));
        json.WriteEndObject();
    }

    private void WriteReference(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject();
        json.WriteString("name", _frameworks[index].Framework.Id);
        json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Word(ControlStatus status) => status switch
    {
        ControlStatus.Pass => "pass",
        ControlStatus.Fail => "fail",
        ControlStatus.NotEvaluated => "notEvaluated",
        _ => "notCheckable",
    };
}
