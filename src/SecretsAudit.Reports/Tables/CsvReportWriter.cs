using System.Buffers;
using System.Text;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Tables;

/// <summary>Writes the findings as CSV (RFC 4180, UTF-8), one row each. What could not be read or judged follows as rows of its own: a
/// spreadsheet must not look complete when the audit was not.</summary>
/// <remarks>A cell that a spreadsheet would take for a formula gets an apostrophe in front.</remarks>
/// <seealso href="https://owasp.org/www-community/attacks/CSV_Injection"/>
public sealed class CsvReportWriter : IReportWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;");

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string FileName => "findings.csv";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        // With the byte order mark, without which Excel takes UTF-8 for the system's code page.
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteRow(writer, ["record", .. FindingColumns.Names], cancellationToken);
        foreach (var finding in result.Findings)
            await WriteRow(writer, ["finding", .. FindingColumns.Row(finding)], cancellationToken);
        foreach (var gap in result.Gaps)
            await WriteRow(writer, Row("gap", gap.Operation, gap.Reason, gap.Subject, gap.Scope, gap.Remedy), cancellationToken);
        foreach (var unevaluated in result.NotEvaluated)
            await WriteRow(writer, Row("not-evaluated", unevaluated.RuleId, unevaluated.Reason, unevaluated.Subject.Arn, unevaluated.Subject.Scope, ""), cancellationToken);
    }

    private static string[] Row(string record, string about, string message, string subject, Scope? scope, string remedy)
    {
        var row = new string[FindingColumns.Names.Count + 1];
        Array.Fill(row, "");
        row[0] = record;
        Set("rule_id", record == "gap" ? "" : about);
        Set("title", record == "gap" ? about : "");
        Set("message", message);
        Set("subject", subject);
        Set("account", scope?.Account ?? "");
        Set("region", scope?.Region ?? "");
        Set("remediation", remedy);
        return row;

        void Set(string column, string value) => row[FindingColumns.Names.ToList().IndexOf(column) + 1] = value;
    }

    private static async Task WriteRow(StreamWriter writer, string[] cells, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
            line.Append(i > 0 ? "," : "").Append(Cell(cells[i]));

        await writer.WriteAsync(line.Append("\r\n"), cancellationToken);
    }

    /// <summary>One cell, quoted and guarded.</summary>
    internal static string Cell(string text)
    {
        var value = VisibleText.Of(text);
        // A spreadsheet trims before it decides; the fullwidth forms are formulas too where such keyboards are in use.
        if (value.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || value is ['\t' or '\r' or '\n', ..])
            value = $"'{value}";

        return value.AsSpan().IndexOfAny(Quoted) >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
