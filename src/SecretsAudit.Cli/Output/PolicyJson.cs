using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Cli.Policies;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Output;

/// <summary>A check for programs.</summary>
internal static class PolicyJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(IReadOnlyList<CheckedPolicy> policies, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartObject();
        json.WriteString("tool", "SecretsAudit");
        json.WriteString("version", ToolVersion.Text);
        json.WriteStartArray("policies");
        foreach (var policy in policies)
            Write(json, policy);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckedPolicy policy)
    {
        json.WriteStartObject();
        json.WriteString("file", policy.Name);
        json.WriteString("kind", PolicyKindWords.WordOf(policy.Kind));
        json.WriteString("question", policy.Zone is null ? "strangers" : "trust-zone");
        json.WriteString("verdict", WordOf(policy.Verdict));
        json.WriteString("sentence", policy.Sentence);
        if (policy.Witness is { } witness)
            Write(json, witness);
        if (policy.Result.Outside is ReachVerdict.Undetermined undetermined)
            json.WriteString("reason", undetermined.Reason);
        WriteTexts(json, "limits", policy.Limits);
        Write(json, "statements", policy.Result.Reach?.Statements ?? [], WriteStatement);
        Write(json, "audience", policy.Result.Audience?.Members ?? [], WriteMember);
        Write(json, "remarks", policy.Result.Remarks, WriteRemark);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReachWitness witness)
    {
        json.WriteStartObject("witness");
        json.WriteString("words", witness.Words);
        json.WriteString("caller", WordOf(witness.Kind));
        json.WriteString("principal", witness.Request.Principal.Arn);
        json.WriteString("action", witness.Request.Action);
        json.WriteString("resource", witness.Request.Resource);
        json.WriteStartObject("context");
        foreach (var (key, values) in witness.Request.Context)
            WriteTexts(json, key, values);
        json.WriteEndObject();
        WriteTexts(json, "decisiveKeys", witness.Keys);
        WriteTexts(json, "assumptions", witness.Assumptions);
        json.WriteNumber("statement", witness.Statement.Index);
        Write(json, witness.Statement.Position);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, StatementReach reach)
    {
        json.WriteNumber("statement", reach.Statement.Index);
        json.WriteString("name", reach.Statement.Name);
        json.WriteString("reach", WordOf(reach.Breadth));
        json.WriteString("explanation", reach.Explanation);
        Write(json, reach.Position);
    }

    private static void WriteMember(Utf8JsonWriter json, AudienceMember member)
    {
        json.WriteString("kind", WordOf(member.Kind));
        json.WriteString("name", member.Name);
        if (member.Account is not null)
            json.WriteString("account", member.Account);
        WriteTexts(json, "actions", member.Actions);
    }

    private static void WriteRemark(Utf8JsonWriter json, PolicyRemark remark)
    {
        json.WriteString("id", remark.Id);
        json.WriteString("severity", WordOf(remark.Severity));
        json.WriteString("path", remark.Path);
        json.WriteString("message", remark.Message);
        Write(json, remark.Position);
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TextPosition position)
    {
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
    }

    // "SomebodyOutside" is "somebody-outside".
    private static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
