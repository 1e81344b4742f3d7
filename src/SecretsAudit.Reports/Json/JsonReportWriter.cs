using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Json;

/// <summary>Writes the whole result as one versioned JSON document, nothing left out. Its layout is in docs/reports.md.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string FileName => "report.json";

    /// <inheritdoc/>
    public Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(output, new ResultDocument(ResultJson.SchemaVersion, result.IsComplete, result), ResultJson.Indented, cancellationToken);
}
