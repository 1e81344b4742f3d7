using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Json;

namespace SecretsAudit.Reports.Tables;

/// <summary>Writes one JSON object a line: first the run, then its gaps, judgements not made and findings, each with its <c>record</c>. For jq,
/// log pipelines and data warehouses.</summary>
public sealed class JsonLinesReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "jsonl";

    /// <inheritdoc/>
    public string FileName => "findings.jsonl";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        await Line(new ResultLine.OfRun(
            "run", ResultJson.SchemaVersion, result.IsComplete, result.RunId, result.ToolVersion, result.AsOf, result.Source, result.Findings.Count, result.Gaps.Count, result.NotEvaluated.Count));
        foreach (var gap in result.Gaps)
            await Line(new ResultLine.OfGap("gap", result.RunId, gap));
        foreach (var unevaluated in result.NotEvaluated)
            await Line(new ResultLine.OfRule("notEvaluated", result.RunId, unevaluated));
        foreach (var finding in result.Findings)
            await Line(new ResultLine.OfFinding("finding", result.RunId, finding));

        async Task Line<T>(T record)
        {
            await JsonSerializer.SerializeAsync(output, record, ResultJson.Compact, cancellationToken);
            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
