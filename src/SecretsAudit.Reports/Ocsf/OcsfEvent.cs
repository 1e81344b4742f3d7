using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Ocsf;

/// <summary>One compliance finding in OCSF's words.</summary>
/// <seealso href="https://schema.ocsf.io/1.5.0/classes/compliance_finding"/>
internal sealed record OcsfEvent
{
    public required int ActivityId { get; init; }

    public required int SeverityId { get; init; }

    /// <summary>1 new, 2 in progress, 3 suppressed, 4 resolved.</summary>
    public required int StatusId { get; init; }

    /// <summary>1 pass, 2 warning, 3 fail.</summary>
    public required int ComplianceStatusId { get; init; }

    public required string Uid { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    public required string Control { get; init; }

    public IReadOnlyList<string> Standards { get; init; } = [];

    public IReadOnlyList<string> Requirements { get; init; } = [];

    public FindingSubject? Subject { get; init; }

    public Scope? Scope { get; init; }

    public string? Remediation { get; init; }

    public DateTimeOffset? FirstSeen { get; init; }

    public static OcsfEvent Of(Finding finding, RuleDescriptor? rule) => new()
    {
        ActivityId = finding.State switch { FindingState.New => 1, FindingState.Fixed => 3, _ => 2 },
        SeverityId = (int)finding.Severity + 1,
        StatusId = finding.State switch { FindingState.New => 1, FindingState.Waived => 3, FindingState.Fixed => 4, _ => 2 },
        ComplianceStatusId = finding.State == FindingState.Fixed ? 1 : 3,
        Uid = finding.Fingerprint,
        Title = finding.Title,
        Message = finding.Message,
        Control = finding.RuleId,
        Standards = [.. (rule?.Controls.Keys ?? []).Order(StringComparer.Ordinal)],
        Requirements = [.. (rule?.Controls ?? new Dictionary<string, IReadOnlyList<string>>()).OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value)],
        Subject = finding.Subject,
        Scope = (finding.Subject as FindingSubject.Resource)?.Scope,
        Remediation = finding.Remediation,
        FirstSeen = finding.FirstSeen,
    };

    public static OcsfEvent Of(UnevaluatedRule unevaluated, RuleDescriptor? rule) => new()
    {
        ActivityId = 1, SeverityId = 1, StatusId = 1, ComplianceStatusId = 2,
        Uid = FindingFingerprint.Compute(unevaluated.RuleId, unevaluated.Subject.Identity, "not-evaluated"),
        Title = $"Not evaluated: {rule?.Title ?? unevaluated.RuleId}",
        Message = unevaluated.Reason,
        Control = unevaluated.RuleId,
        Standards = [.. (rule?.Controls.Keys ?? []).Order(StringComparer.Ordinal)],
        Subject = unevaluated.Subject,
        Scope = unevaluated.Subject.Scope,
    };

    public static OcsfEvent Of(Gap gap) => new()
    {
        ActivityId = 1, SeverityId = 1, StatusId = 1, ComplianceStatusId = 2,
        Uid = FindingFingerprint.Compute("gap", gap.Subject, gap.Operation),
        Title = $"Not read: {gap.Operation} on {gap.Subject}",
        Message = gap.Reason,
        Control = "audit-coverage",
        Scope = gap.Scope,
        Remediation = gap.Remedy,
    };

    public void Write(Utf8JsonWriter json, AuditResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("activity_id", ActivityId);
        json.WriteNumber("category_uid", 2);
        json.WriteNumber("class_uid", 2003);
        json.WriteNumber("type_uid", 200300 + ActivityId);
        json.WriteNumber("time", result.AsOf.ToUnixTimeMilliseconds());
        json.WriteNumber("severity_id", SeverityId);
        json.WriteNumber("status_id", StatusId);
        json.WriteString("message", VisibleText.OneLine(Message, 2000));

        json.WriteStartObject("metadata");
        json.WriteString("version", "1.5.0");
        json.WriteString("uid", $"{result.RunId}/{Uid}");
        json.WriteStartObject("product");
        json.WriteString("name", "SecretsAudit");
        json.WriteString("vendor_name", "SecretsAudit");
        json.WriteString("version", result.ToolVersion);
        json.WriteEndObject();
        if (Scope is not null)
            WriteStrings(json, "profiles", ["cloud"]);
        json.WriteEndObject();

        json.WriteStartObject("finding_info");
        json.WriteString("uid", Uid);
        json.WriteString("title", VisibleText.OneLine(Title, 500));
        json.WriteString("desc", VisibleText.OneLine(Message, 2000));
        if (FirstSeen is { } firstSeen)
            json.WriteNumber("first_seen_time", firstSeen.ToUnixTimeMilliseconds());
        json.WriteNumber("last_seen_time", result.AsOf.ToUnixTimeMilliseconds());
        json.WriteEndObject();

        json.WriteStartObject("compliance");
        json.WriteString("control", Control);
        WriteStrings(json, "standards", Standards);
        if (Requirements.Count > 0)
            WriteStrings(json, "requirements", Requirements);
        json.WriteNumber("status_id", ComplianceStatusId);
        json.WriteEndObject();

        if (Scope is { } scope)
        {
            json.WriteStartObject("cloud");
            json.WriteString("provider", "AWS");
            json.WriteString("region", scope.Region);
            json.WriteStartObject("account");
            json.WriteString("uid", scope.Account);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        WriteResources(json);
        if (Remediation is { Length: > 0 } remediation)
        {
            json.WriteStartObject("remediation");
            json.WriteString("desc", VisibleText.Cut(VisibleText.Of(remediation), 8000));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteResources(Utf8JsonWriter json)
    {
        if (Subject is null)
            return;

        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("uid", VisibleText.OneLine(Subject.Identity, 2100));
        if (Subject is FindingSubject.Resource resource)
        {
            json.WriteString("name", VisibleText.OneLine(resource.Name, 512));
            json.WriteString("type", resource.Kind);
            json.WriteString("region", resource.Scope.Region);
            if (resource.Owner is { } owner)
            {
                json.WriteStartObject("owner");
                json.WriteString("name", VisibleText.OneLine(owner, 256));
                json.WriteEndObject();
            }
        }
        else
            json.WriteString("type", "Source code");

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(VisibleText.OneLine(text, 200));

        json.WriteEndArray();
    }
}
