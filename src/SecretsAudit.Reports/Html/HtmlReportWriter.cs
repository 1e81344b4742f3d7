using System.Text;
using SecretsAudit.Model;
using SecretsAudit.Reports.Templates;

namespace SecretsAudit.Reports.Html;

/// <summary>Writes one self-contained page: it needs no network, no other file and, to be read, no script.</summary>
/// <param name="templateFolder">A folder with an <c>html</c> folder whose files take precedence over the shipped templates; null for the shipped ones.</param>
public sealed class HtmlReportWriter(string? templateFolder = null) : IReportWriter
{
    private readonly Lazy<Templated> _templated = new(() => Templated.Load(templateFolder));

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public string FileName => "report.html";

    /// <inheritdoc/>
    /// <exception cref="ReportTemplateException">A template is missing or malformed.</exception>
    public void Prepare() => _ = _templated.Value;

    /// <inheritdoc/>
    /// <exception cref="ReportTemplateException">A template is missing, malformed or names what a result does not have.</exception>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        var (template, style, script) = _templated.Value;
        cancellationToken.ThrowIfCancellationRequested();

        // Templates write synchronously, which a web server's stream forbids; and a template's error must not leave half a page behind.
        using var page = new MemoryStream();
        await using (var writer = new StreamWriter(page, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" })
            template.Render(HtmlReportView.Of(result, style, script), writer);

        page.Position = 0;
        await page.CopyToAsync(output, cancellationToken);
    }

    private sealed record Templated(IReportTemplate Template, string Style, string Script)
    {
        public static Templated Load(string? templateFolder)
        {
            var folder = new TemplateFolder("html", templateFolder);
            return new(new HandlebarsReportTemplate(folder, "report.html.hbs", new HtmlTextEncoder()),
                Embeddable(folder, "report.css", "</style"), Embeddable(folder, "report.js", "</script"));
        }

        // What ends the element early would spill the rest into the page.
        private static string Embeddable(TemplateFolder folder, string file, string end)
        {
            var text = folder.Read(file);
            var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? text : throw new ReportTemplateException(folder.PathOf(file), text.AsSpan(0, at).Count('\n') + 1, $"\"{end}\" cannot stand inside the page's own element; write it in two parts.");
        }
    }
}
