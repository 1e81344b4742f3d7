using System.Globalization;
using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Sarif;

/// <summary>One finding as a SARIF result. There is no snippet: a snippet of a hard-coded credential is the credential.</summary>
internal static class SarifResult
{
    private const int MostEvidence = 20;

    public static void Write(Utf8JsonWriter json, Finding finding, AuditResult audit, SarifRuleTable rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        if (rules.IndexOf(finding.RuleId) is { } index)
            json.WriteNumber("ruleIndex", index);
        json.WriteString("level", SarifLevels.Level(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding));
        json.WriteEndObject();

        json.WriteStartArray("locations");
        WriteLocation(json, finding.Subject, audit.Code);
        json.WriteEndArray();
        if (finding.UsedAt is { Count: > 0 } uses)
            WriteUses(json, uses, audit.Code);

        // GitHub tells alerts apart by this one fingerprint. Ours survives moved lines, so the line plays no part in it.
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("fingerprints");
        json.WriteString("secretsaudit/v1", finding.Fingerprint);
        json.WriteEndObject();

        if (SarifLevels.BaselineState(finding) is { } baseline)
            json.WriteString("baselineState", baseline);
        if (finding is { State: FindingState.Waived, Waiver: { } waiver })
            WriteSuppression(json, waiver);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    // GitHub shows the message in a list of alerts: what is wrong, and where.
    private static string Message(Finding finding)
    {
        var message = VisibleText.OneLine(finding.Message, 1000).TrimEnd();
        if (message.Length == 0)
            message = VisibleText.OneLine(finding.Title, 1000);
        if (message[^1] is not ('.' or '!' or '?' or '…'))
            message += ".";

        return finding.Subject is FindingSubject.Resource resource ? $"{VisibleText.OneLine(resource.Name, 512)}: {message}" : message;
    }

    private static void WriteLocation(Utf8JsonWriter json, FindingSubject subject, CodeSummary? code)
    {
        json.WriteStartObject();
        WritePlace(json, subject, code);
        if (subject is FindingSubject.Resource cloud)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", VisibleText.OneLine(cloud.Name, 512));
            json.WriteString("fullyQualifiedName", VisibleText.OneLine(cloud.Arn, 2048));
            json.WriteString("kind", "resource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, FindingSubject subject, CodeSummary? code)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", subject switch
        {
            FindingSubject.Resource resource => SourcePath.Of(resource),
            FindingSubject.Code file => SourcePath.FromRepository(code, file.Path),
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        });
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        if (subject is FindingSubject.Code place)
            WriteRegion(json, place);
        else
            json.WriteNumber("startLine", subject is FindingSubject.Resource { Place: { } stated } ? Math.Max(1, stated.Line) : 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUses(Utf8JsonWriter json, IReadOnlyList<FindingSubject.Code> uses, CodeSummary? code)
    {
        json.WriteStartArray("relatedLocations");
        foreach (var use in uses)
        {
            json.WriteStartObject();
            WritePlace(json, use, code);
            json.WriteStartObject("message");
            json.WriteString("text", "Used here.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, FindingSubject.Code place)
    {
        var line = Math.Max(1, place.Line);
        var column = Math.Max(1, place.Column);
        var endLine = Math.Max(line, place.EndLine);
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", Math.Max(endLine == line ? column + 1 : 1, place.EndColumn));
    }

    private static void WriteSuppression(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", VisibleText.OneLine(string.Create(CultureInfo.InvariantCulture,
            $"{waiver.Reason} Owner: {waiver.Owner}. Approved by {waiver.Approver}. Expires {waiver.Expires.UtcDateTime:yyyy-MM-dd HH:mm} UTC."), 2000));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Not SARIF's own fixes: those replace text of a file, and there is none.
    private static void WriteFix(Utf8JsonWriter json, FindingFix fix)
    {
        json.WriteStartObject("fix");
        foreach (var (language, text) in FixTexts.Of(fix))
            json.WriteString(language.Key, text);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("severity", SeverityWords.Key(finding.Severity));
        json.WriteString("state", StateWords.Key(finding.State));
        json.WriteString("confidence", finding.Confidence.ToString().ToLowerInvariant());
        if (finding.Subject is FindingSubject.Resource { Owner: { } owner })
            json.WriteString("owner", VisibleText.OneLine(owner, 256));
        if (finding.FirstSeen is { } firstSeen)
            json.WriteString("firstSeen", firstSeen.UtcDateTime);
        if (finding.MonthlyCost is { } cost)
            json.WriteNumber("monthlyCostUsd", cost);
        if (finding.MonthlySaving is { } saving)
            json.WriteNumber("monthlySavingUsd", saving);
        if (finding.Due is { } due)
            json.WriteString("due", due.UtcDateTime);
        if (finding.Fix is { } fix)
            WriteFix(json, fix);

        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence.Take(MostEvidence))
        {
            json.WriteStartObject();
            json.WriteString("label", VisibleText.OneLine(evidence.Label, 200));
            json.WriteString("observation", VisibleText.OneLine(evidence.Observation, 1000));
            if (evidence.Source is { } source)
                json.WriteString("source", VisibleText.OneLine(source, 200));
            if (evidence.ReadAt is { } readAt)
                json.WriteString("readAt", readAt.UtcDateTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
