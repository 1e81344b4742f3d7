namespace SecretsAudit.Reports;

/// <summary>A report template is missing, malformed or asks for something a result does not have. The message is for whoever edits the template:
/// file, line and what is wrong.</summary>
public sealed class ReportTemplateException : Exception
{
    /// <summary>A broken template.</summary>
    /// <param name="file">The template's file, or the folder when that is what is missing.</param>
    /// <param name="line">The line, from 1; null when the fault belongs to no line.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="cause">What the template engine said; null when we found it ourselves.</param>
    public ReportTemplateException(string file, int? line, string problem, Exception? cause = null)
        : base(line is null ? $"{file}: {problem}" : $"{file}:{line}: {problem}", cause)
    {
        File = file;
        Line = line;
    }

    /// <summary>The template's file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; null when the fault belongs to no line.</summary>
    public int? Line { get; }
}
