using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Ocsf;

/// <summary>Writes OCSF 1.5 compliance findings (class 2003), one JSON event a line, for security lakes and SIEMs. What could not be judged is
/// an event with the status "warning": it must reach whoever watches the lake.</summary>
/// <seealso href="https://schema.ocsf.io/1.5.0/classes/compliance_finding"/>
public sealed class OcsfReportWriter : IReportWriter
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "ocsf";

    /// <inheritdoc/>
    public string FileName => "findings.ocsf.jsonl";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        var rules = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var events = result.Findings.Select(finding => OcsfEvent.Of(finding, rules.GetValueOrDefault(finding.RuleId)))
            .Concat(result.NotEvaluated.Select(unevaluated => OcsfEvent.Of(unevaluated, rules.GetValueOrDefault(unevaluated.RuleId))))
            .Concat(result.Gaps.Select(gap => OcsfEvent.Of(gap)));
        foreach (var occurrence in events)
        {
            await using (var json = new Utf8JsonWriter(output, Layout))
                occurrence.Write(json, result);

            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
