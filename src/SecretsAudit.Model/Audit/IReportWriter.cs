namespace SecretsAudit.Model;

/// <summary>Writes one audit result in one format.</summary>
public interface IReportWriter
{
    /// <summary>The format's name on the command line: <c>html</c>, <c>sarif</c>, <c>json</c>.</summary>
    string Format { get; }

    /// <summary>The file's usual name: <c>report.html</c>.</summary>
    string FileName { get; }

    /// <summary>
    /// Readies what is the same for every result, such as a template. Writing does it, too; done before, and on any thread, it takes no time then and
    /// tells early what is wrong. Default: nothing to do.
    /// </summary>
    void Prepare()
    {
    }

    /// <summary>Writes the report; the stream stays open.</summary>
    /// <param name="result">The finished audit.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken);
}
