using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Cli.Policies;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Output;

/// <summary>A check as SARIF 2.1.0 for code scanning: each remark at its line and column.</summary>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"/>
internal static class PolicySarif
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(IReadOnlyList<CheckedPolicy> policies, string folder, Stream output)
    {
        var used = PolicyRemarkKind.All.Where(kind => policies.Any(policy => policy.Result.Remarks.Any(remark => remark.Id == kind.Id))).ToList();
        using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, used);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "secretsaudit/policy/");
        json.WriteEndObject();
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
        foreach (var policy in policies)
        {
            foreach (var remark in policy.Result.Remarks)
                WriteResult(json, policy, remark, used.FindIndex(kind => kind.Id == remark.Id), UriOf(policy, folder));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, List<PolicyRemarkKind> kinds)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SecretsAudit");
        json.WriteString("semanticVersion", ToolVersion.Text);
        json.WriteString("informationUri", "https://github.com/secretsaudit/secretsaudit");
        json.WriteStartArray("rules");
        foreach (var kind in kinds)
        {
            json.WriteStartObject();
            json.WriteString("id", $"policy/{kind.Id}");
            json.WriteString("name", kind.Id);
            WriteMessage(json, "shortDescription", kind.Title);
            WriteMessage(json, "fullDescription", kind.Title);
            WriteMessage(json, "help", kind.Remedy);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(kind.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("security-severity", kind.Id is PolicyRemarkIds.Public or PolicyRemarkIds.Outside ? "9.5" : kind.Severity switch
            {
                RemarkSeverity.Security => "8.0",
                RemarkSeverity.Error or RemarkSeverity.Warning => "5.0",
                _ => "2.0",
            });
            json.WriteStartArray("tags");
            json.WriteStringValue("security");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckedPolicy policy, PolicyRemark remark, int rule, string uri)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", $"policy/{remark.Id}");
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(remark.Severity));
        WriteMessage(json, "message", Printable.Line(remark.Message));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", remark.Position.Line);
        json.WriteNumber("startColumn", remark.Position.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", remark.Path.Length == 0 ? "policy" : remark.Path);
        json.WriteString("kind", "member");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        // The same remark keeps its alert when lines move: neither line nor message is part of it.
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{remark.Id}|{uri}|{remark.Path}")));
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", string.Create(CultureInfo.InvariantCulture, $"{fingerprint[..16]}:1"));
        json.WriteEndObject();
        json.WriteStartObject("fingerprints");
        json.WriteString("secretsaudit/v1", fingerprint);
        json.WriteEndObject();
        if (policy.Witness is { } witness && witness.Statement.Position == remark.Position && remark.Id == PolicyRemarkIds.Outside)
            WriteWitness(json, witness);
        json.WriteEndObject();
    }

    private static void WriteWitness(Utf8JsonWriter json, ReachWitness witness)
    {
        json.WriteStartObject("properties");
        json.WriteString("principal", witness.Request.Principal.Arn);
        json.WriteString("action", witness.Request.Action);
        json.WriteString("resource", witness.Request.Resource);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(RemarkSeverity severity) => severity switch
    {
        RemarkSeverity.Error or RemarkSeverity.Security => "error",
        RemarkSeverity.Warning => "warning",
        _ => "note",
    };

    // Code scanning finds the file by its path from the repository's root.
    private static string UriOf(CheckedPolicy policy, string folder)
    {
        if (policy.File == "-")
            return "stdin.json";
        var path = Path.GetRelativePath(folder, Path.GetFullPath(policy.File, folder)).Replace(Path.DirectorySeparatorChar, '/');
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }
}
