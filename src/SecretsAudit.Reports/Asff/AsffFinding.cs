using System.Globalization;
using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Asff;

/// <summary>One finding in AWS's format, within its limits: title 256, description 1,024, recommendation 512 characters, 240 KB in all.</summary>
/// <seealso href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html"/>
internal static class AsffFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, FindingSubject.Resource resource, AuditResult result, RuleDescriptor? rule)
    {
        var partition = resource.Arn.Split(':') is ["arn", { Length: > 0 } named, ..] ? named : "aws";
        var (account, region) = (resource.Scope.Account, resource.Scope.Region);
        json.WriteStartObject();
        json.WriteString("SchemaVersion", "2018-10-08");
        json.WriteString("Id", $"secretsaudit/{region}/{account}/{finding.Fingerprint}");
        json.WriteString("ProductArn", $"arn:{partition}:securityhub:{region}:{account}:product/{account}/default");
        json.WriteString("ProductName", "SecretsAudit");
        json.WriteString("CompanyName", "SecretsAudit");
        json.WriteString("GeneratorId", $"secretsaudit/{finding.RuleId}");
        json.WriteString("AwsAccountId", account);
        json.WriteStartArray("Types");
        json.WriteStringValue("Software and Configuration Checks/AWS Security Best Practices");
        json.WriteEndArray();

        // Stable across runs: the first sighting where history is kept, else the moment this audit judged at.
        Moment(json, "CreatedAt", finding.FirstSeen ?? result.AsOf);
        Moment(json, "UpdatedAt", result.AsOf);
        if (finding.FirstSeen is { } firstSeen)
            Moment(json, "FirstObservedAt", firstSeen);
        Moment(json, "LastObservedAt", result.AsOf);

        json.WriteStartObject("Severity");
        json.WriteString("Label", finding.Severity.ToString().ToUpperInvariant());
        json.WriteEndObject();
        json.WriteString("Title", VisibleText.OneLine(finding.Title, 256));
        json.WriteString("Description", VisibleText.OneLine(finding.Message, 1024));
        json.WriteStartObject("Remediation");
        json.WriteStartObject("Recommendation");
        json.WriteString("Text", VisibleText.OneLine(finding.Remediation.Trim(), 512));
        if (rule?.HelpUri is { IsAbsoluteUri: true, Scheme: "https" } help)
            json.WriteString("Url", help.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();

        WriteProductFields(json, finding);
        WriteResource(json, resource, partition);
        WriteCompliance(json, finding, rule);
        json.WriteStartObject("Workflow");
        json.WriteString("Status", finding.State switch { FindingState.Waived => "SUPPRESSED", FindingState.Fixed => "RESOLVED", _ => "NEW" });
        json.WriteEndObject();
        json.WriteString("RecordState", finding.State == FindingState.Fixed ? "ARCHIVED" : "ACTIVE");
        json.WriteEndObject();
    }

    // At most 50 entries, keys of 128 and values of 2,048 characters.
    private static void WriteProductFields(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("ProductFields");
        json.WriteString("secretsaudit/rule", finding.RuleName);
        json.WriteString("secretsaudit/fingerprint", finding.Fingerprint);
        var number = 0;
        foreach (var evidence in finding.Evidence.Take(20))
            json.WriteString(string.Create(CultureInfo.InvariantCulture, $"secretsaudit/evidence/{++number}"), VisibleText.OneLine($"{evidence.Label}: {evidence.Observation}", 1024));
        if (finding.Waiver is { } waiver)
            json.WriteString("secretsaudit/waiver", VisibleText.OneLine($"{waiver.Reason} (owner {waiver.Owner}, approved by {waiver.Approver})", 1024));

        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, FindingSubject.Resource resource, string partition)
    {
        json.WriteStartArray("Resources");
        json.WriteStartObject();
        json.WriteString("Type", AsffType(resource.Kind));
        json.WriteString("Id", VisibleText.OneLine(resource.Arn, 512));
        json.WriteString("Partition", partition);
        json.WriteString("Region", resource.Scope.Region);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCompliance(Utf8JsonWriter json, Finding finding, RuleDescriptor? rule)
    {
        json.WriteStartObject("Compliance");
        json.WriteString("Status", finding.State == FindingState.Fixed ? "PASSED" : "FAILED");
        var requirements = (rule?.Controls ?? new Dictionary<string, IReadOnlyList<string>>()).OrderBy(framework => framework.Key, StringComparer.Ordinal)
            .SelectMany(framework => framework.Value.Select(control => $"{FrameworkNames.Of(framework.Key)} {control}")).Take(32).ToList();
        if (requirements.Count > 0)
        {
            json.WriteStartArray("RelatedRequirements");
            foreach (var requirement in requirements)
                json.WriteStringValue(VisibleText.OneLine(requirement, 64));

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // AwsSecretsManagerSecret, AwsKmsKey; what AWS's format has no type for is Other.
    private static string AsffType(string kind) => kind switch
    {
        "AWS::SecretsManager::Secret" => "AwsSecretsManagerSecret",
        "AWS::KMS::Key" => "AwsKmsKey",
        _ => "Other",
    };

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset moment) =>
        json.WriteString(name, moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
