using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Json;

namespace SecretsAudit.Reports.Sarif;

/// <summary>Writes SARIF 2.1.0 that GitHub code scanning takes: one run an account and region, and one for source code.</summary>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"/>
/// <seealso href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning"/>
public sealed class SarifReportWriter : IReportWriter
{
    // GitHub's limits: 25,000 results a run, 10 MB a file when gzipped; 1 % is left for another gzip's ways.
    private const int MostResultsOfARun = 25_000;
    private const long MostGzipped = 9_900_000;

    // Keeps < > & readable and escapes what a browser or terminal could act on otherwise: the file is data, never embedded in a page.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <inheritdoc/>
    public string Format => "sarif";

    /// <inheritdoc/>
    public string FileName => "report.sarif";

    /// <summary>Whether fixed findings are written, with the baseline state <c>absent</c>. Off by default: GitHub does not read baseline
    /// states, it closes an alert that is missing and would open one for every fixed finding.</summary>
    public bool IncludeFixed { get; init; }

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        var categories = SarifCategory.Of(result);
        var most = MostResultsOfARun;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var document = new MemoryStream();
            Write(document, result, categories, most);
            document.Position = 0;
            var size = await GzippedSizeAsync(document, cancellationToken);
            if (size <= MostGzipped || most <= 1)
            {
                document.Position = 0;
                await document.CopyToAsync(output, cancellationToken);
                return;
            }

            var largest = Math.Min(most, categories.Max(category => category.Findings.Count));
            most = Math.Max(1, (int)(largest * 0.9 * MostGzipped / size));
        }
    }

    private void Write(Stream output, AuditResult result, IReadOnlyList<SarifCategory> categories, int most)
    {
        using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var category in categories)
            WriteRun(json, result, category, most, isSummary: category == categories[0]);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRun(Utf8JsonWriter json, AuditResult result, SarifCategory category, int most, bool isSummary)
    {
        var rules = new SarifRuleTable(result, category);
        var taxonomies = new SarifTaxonomies(result, rules.Rules, isSummary);
        // The result is sorted worst first, so what is cut off is what matters least.
        var findings = category.Findings.Where(finding => IncludeFixed || finding.State != FindingState.Fixed).OrderByDescending(finding => finding.Severity).ToList();

        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SecretsAudit");
        json.WriteString("semanticVersion", result.ToolVersion);
        json.WriteString("informationUri", "https://github.com/secretsaudit/secretsaudit");
        taxonomies.WriteSupported(json);
        rules.Write(json, taxonomies);
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("automationDetails");
        json.WriteString("id", category.Id);
        json.WriteEndObject();

        json.WriteStartArray("invocations");
        SarifNotifications.WriteInvocation(json, result, category, rules, Remarks(category, findings.Count, most));
        json.WriteEndArray();

        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("%SRCROOT%");
        json.WriteStartObject("description");
        json.WriteString("text", category.IsCode ? "The repository's root." : "No files: each path stands for a resource in AWS.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");

        json.WriteStartArray("results");
        foreach (var finding in findings.Take(most))
            SarifResult.Write(json, finding, result, rules);

        json.WriteEndArray();
        taxonomies.Write(json);
        if (isSummary && result.Cost is { } cost)
        {
            json.WriteStartObject("properties");
            json.WritePropertyName("cost");
            JsonSerializer.Serialize(json, cost, ResultJson.Compact);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static List<string> Remarks(SarifCategory category, int findings, int most)
    {
        var remarks = new List<string>();
        if (findings > most)
            remarks.Add(string.Create(CultureInfo.InvariantCulture,
                $"The {most:N0} worst of {findings:N0} findings are here: code scanning takes no more. The JSON and CSV reports have all."));
        if (category.Scopes.Count > 1)
            remarks.Add($"This run covers {category.Scopes.Count} accounts and regions together: a SARIF file for code scanning holds {SarifCategory.MostRuns} runs at most.");

        return remarks;
    }

    private static async Task<long> GzippedSizeAsync(MemoryStream document, CancellationToken cancellationToken)
    {
        // What is small as it is need not be measured.
        if (document.Length <= MostGzipped)
            return document.Length;

        using var counted = new MemoryStream();
        await using (var gzip = new GZipStream(counted, CompressionLevel.Fastest, leaveOpen: true))
            await document.CopyToAsync(gzip, cancellationToken);

        return counted.Length;
    }
}
