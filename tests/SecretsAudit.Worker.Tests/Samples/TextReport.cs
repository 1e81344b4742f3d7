using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Worker.Tests;

/// <summary>A report of one line, to see which result reached it.</summary>
internal sealed class TextReport(string format) : IReportWriter
{
    public string Format => format;

    public string FileName => $"report.{format}";

    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes($"<p>{format} of {result.RunId}: {result.Findings.Count}</p><script>1</script>"), cancellationToken);
}
