namespace SecretsAudit.Reports.Templates;

/// <summary>A text with holes that a view of a result fills. The only place that knows the template language, so that another engine can take its place.</summary>
internal interface IReportTemplate
{
    /// <summary>Fills the template.</summary>
    /// <param name="view">What the template may name.</param>
    /// <param name="output">Where the text goes, as it is made.</param>
    /// <exception cref="ReportTemplateException">The template names something the view does not have.</exception>
    void Render(object view, TextWriter output);
}
