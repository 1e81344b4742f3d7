using SecretsAudit.Model;
using SecretsAudit.Reports.Html;
using SecretsAudit.Reports.Json;
using SecretsAudit.Reports.Sarif;

namespace SecretsAudit.Reports;

/// <summary>Every format a result can be written in.</summary>
public static class ReportWriters
{
    /// <summary>One writer a format, in the order in which help texts name them.</summary>
    /// <param name="templateFolder">A folder whose files take precedence over the shipped templates; null for the shipped ones alone.</param>
    public static IReadOnlyList<IReportWriter> All(string? templateFolder = null) =>
    [
        new HtmlReportWriter(templateFolder),
        new SarifReportWriter(),
        new JsonReportWriter(),
    ];

    /// <summary>The writer of one format; null when there is no such format.</summary>
    /// <param name="format">The format's name, in any case: <c>html</c>.</param>
    /// <param name="templateFolder">As for <see cref="All"/>.</param>
    public static IReportWriter? Find(string format, string? templateFolder = null) =>
        All(templateFolder).FirstOrDefault(writer => string.Equals(writer.Format, format, StringComparison.OrdinalIgnoreCase));
}
