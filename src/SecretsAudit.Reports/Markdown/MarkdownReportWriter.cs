using System.Text;
using SecretsAudit.Model;
using SecretsAudit.Reports.Templates;

namespace SecretsAudit.Reports.Markdown;

/// <summary>Writes a summary in GitHub's Markdown, for <c>$GITHUB_STEP_SUMMARY</c> and comments on merge requests.</summary>
/// <param name="templateFolder">A folder with a <c>markdown</c> folder whose files take precedence over the shipped templates; null for the shipped ones.</param>
public sealed class MarkdownReportWriter(string? templateFolder = null) : IReportWriter
{
    // A step summary may have 1 MiB; a row has some 500 bytes.
    private const int MostFindings = 200;

    private readonly Lazy<HandlebarsReportTemplate> _template = new(() => new(new TemplateFolder("markdown", templateFolder), "summary.md.hbs", new MarkdownTextEncoder()));

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public string FileName => "summary.md";

    /// <inheritdoc/>
    /// <exception cref="ReportTemplateException">A template is missing or malformed.</exception>
    public void Prepare() => _ = _template.Value;

    /// <inheritdoc/>
    /// <exception cref="ReportTemplateException">A template is missing, malformed or names what a result does not have.</exception>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await using (var writer = new StreamWriter(text, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
            _template.Value.Render(MarkdownSummary.Of(result, MostFindings), writer);

        text.Position = 0;
        await text.CopyToAsync(output, cancellationToken);
    }
}
