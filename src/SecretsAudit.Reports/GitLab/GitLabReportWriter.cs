using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.GitLab;

/// <summary>Writes GitLab's code quality report, which a merge request shows. Waived and fixed findings are left out: the format has no word for them.</summary>
/// <seealso href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"/>
public sealed class GitLabReportWriter : IReportWriter
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "gitlab";

    /// <inheritdoc/>
    public string FileName => "gl-code-quality-report.json";

    /// <inheritdoc/>
    public async Task WriteAsync(AuditResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartArray();
        foreach (var gap in result.Gaps)
            Write(json, $"Not read: {gap.Operation} on {gap.Subject}: {gap.Reason}", "audit-gap", FindingFingerprint.Compute("audit-gap", gap.Subject, gap.Operation), "major",
                gap.Scope is { } scope ? $"aws/{scope.Account}/{scope.Region}" : SourcePath.FromRepository(result.Code, gap.Subject), 1);
        foreach (var group in result.NotEvaluated.GroupBy(entry => (entry.RuleId, entry.Reason)))
            Write(json, $"{group.Key.RuleId} could not judge {group.Count()}: {group.Key.Reason}", "not-evaluated",
                FindingFingerprint.Compute("not-evaluated", group.Key.RuleId, group.Key.Reason), "major", SourcePath.Of(group.First().Subject), 1);
        foreach (var finding in result.Findings.Where(finding => StateWords.IsActive(finding.State)))
        {
            var (path, line) = finding.Subject switch
            {
                FindingSubject.Resource resource => (SourcePath.Of(resource), Math.Max(1, resource.Place?.Line ?? 1)),
                FindingSubject.Code code => (SourcePath.FromRepository(result.Code, code.Path), Math.Max(1, code.Line)),
                _ => throw new ArgumentOutOfRangeException(nameof(result)),
            };
            var subject = finding.Subject is FindingSubject.Resource { Name: var name } ? $"{name}: " : "";
            Write(json, subject + finding.Message, finding.RuleName, finding.Fingerprint, Severity(finding.Severity), path, line);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string description, string check, string fingerprint, string severity, string path, int line)
    {
        json.WriteStartObject();
        json.WriteString("description", VisibleText.OneLine(description, 1000));
        json.WriteString("check_name", check);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        // GitLab links the path as it is; it is not a URI.
        json.WriteString("path", Uri.UnescapeDataString(path));
        json.WriteStartObject("lines");
        json.WriteNumber("begin", line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Severity(Severity severity) => severity switch
    {
        Model.Severity.Critical => "blocker",
        Model.Severity.High => "critical",
        Model.Severity.Medium => "major",
        Model.Severity.Low => "minor",
        _ => "info",
    };
}
