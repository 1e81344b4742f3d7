using System.Globalization;
using System.Text;
using System.Xml;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.JUnit;

/// <summary>Writes JUnit XML, which every CI server shows: a suite is a rule, a test case a resource. A finding is a failure, a waived one is
/// skipped, a judgement not made is an error, and a failed read is an error of the suite <c>audit</c>.</summary>
/// <remarks>A result counts resources that passed but does not name them; they stand as one case a rule, with their count.</remarks>
public sealed class JUnitReportWriter : IReportWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", CloseOutput = false };

    /// <inheritdoc/>
    public string Format => "junit";

    /// <inheritdoc/>
    public string FileName => "junit.xml";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, Settings))
            Write(xml, JUnitSuite.Of(result), result);

        document.Position = 0;
        await document.CopyToAsync(output, cancellationToken);
    }

    private static void Write(XmlWriter xml, IReadOnlyList<JUnitSuite> suites, AuditResult result)
    {
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "SecretsAudit");
        Counts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
        xml.WriteAttributeString("time", result.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        foreach (var suite in suites)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", suite.Name);
            Counts(xml, suite.Cases);
            xml.WriteAttributeString("timestamp", result.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            foreach (var test in suite.Cases)
                Write(xml, suite, test);

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(test => test.Outcome == "failure")));
        xml.WriteAttributeString("errors", Number(cases.Count(test => test.Outcome == "error")));
        xml.WriteAttributeString("skipped", Number(cases.Count(test => test.Outcome == "skipped")));
    }

    private static void Write(XmlWriter xml, JUnitSuite suite, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite.ClassName);
        xml.WriteAttributeString("name", VisibleText.OneLine(test.Name, 2100));
        if (test.File is { } file)
            xml.WriteAttributeString("file", file);
        if (test.Outcome is { } outcome)
        {
            xml.WriteStartElement(outcome);
            xml.WriteAttributeString("message", VisibleText.OneLine(test.Message, 1000));
            if (outcome != "skipped")
            {
                xml.WriteAttributeString("type", test.Type);
                xml.WriteString(VisibleText.Of(test.Text));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
