using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Asff;

/// <summary>Writes findings in the AWS Security Finding Format for Security Hub: a line is one request of <c>BatchImportFindings</c>, of one account and
/// region and with at most 100 findings.</summary>
/// <remarks>Findings in source code have no account and are left out: use SARIF for them.</remarks>
/// <seealso href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html"/>
public sealed class AsffReportWriter : IReportWriter
{
    // BatchImportFindings takes 100 findings; each may have 240 KB.
    private const int MostOfABatch = 100;

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "asff";

    /// <inheritdoc/>
    public string FileName => "findings.asff.jsonl";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        var rules = result.Rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var batches = result.Findings
            .Where(finding => finding.Subject is FindingSubject.Resource)
            .GroupBy(finding => ((FindingSubject.Resource)finding.Subject).Scope)
            .OrderBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Region, StringComparer.Ordinal)
            .SelectMany(group => group.Chunk(MostOfABatch));
        foreach (var batch in batches)
        {
            await using (var json = new Utf8JsonWriter(output, Layout))
            {
                json.WriteStartObject();
                json.WriteStartArray("Findings");
                foreach (var finding in batch)
                    AsffFinding.Write(json, finding, (FindingSubject.Resource)finding.Subject, result, rules.GetValueOrDefault(finding.RuleId));

                json.WriteEndArray();
                json.WriteEndObject();
            }

            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
