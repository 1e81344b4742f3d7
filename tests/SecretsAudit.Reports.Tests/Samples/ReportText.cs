using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Tests.Samples;

internal static class ReportText
{
    public static async Task<string> Of(IReportWriter writer, AuditResult result)
    {
        using var output = new MemoryStream();
        await writer.WriteAsync(result, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static Task<string> Of(string format, AuditResult result) =>
        Of(ReportWriters.Find(format) ?? throw new ArgumentException($"no format {format}", nameof(format)), result);
}
