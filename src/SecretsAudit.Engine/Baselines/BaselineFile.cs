using System.Globalization;
using System.Text.Json;

namespace SecretsAudit.Engine.Baselines;

/// <summary>Reads and writes baselines.</summary>
/// <remarks>
/// The compact form: <c>{"secretsauditBaseline": 1, "asOf": …, "findings": [{"fingerprint", "rule", "subject", "firstSeen", "fixed"}]}</c>, ordered by
/// fingerprint, so that a change of the file in review is a change of the findings.
/// </remarks>
public static class BaselineFile
{
    private const int Version = 1;
    private const int MostFindings = 1_000_000;
    private const string Mark = "secretsauditBaseline";

    /// <summary>Writes the compact form.</summary>
    public static byte[] Write(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber(Mark, Version);
            if (baseline.AsOf is { } asOf)
                writer.WriteString("asOf", Text(asOf));
            writer.WriteStartArray("findings");
            foreach (var entry in baseline.Entries)
                Write(writer, entry);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    internal static Baseline Read(string name, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(Unmarked(utf8), new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw Wrong(name, "it is no JSON object");

            var compact = root.TryGetProperty(Mark, out var version);
            if (compact && !(version.TryGetInt32(out var number) && number == Version))
                throw Wrong(name, $"its version is not {Version}");

            // A JSON report wraps its result, or is one.
            var result = root.TryGetProperty("result", out var wrapped) && wrapped.ValueKind == JsonValueKind.Object ? wrapped : root;
            if (!result.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array)
                throw Wrong(name, "it has no list of findings");

            if (findings.GetArrayLength() > MostFindings)
                throw Wrong(name, $"it has more than {MostFindings} findings");

            var entries = findings.EnumerateArray().Select((finding, index) => compact ? Compact(name, finding, index) : Reported(name, finding, index));
            return new([.. entries], Moment(result, "asOf"));
        }
        catch (JsonException broken)
        {
            throw new BaselineException($"{name} is no baseline: it is not the JSON it should be (line {broken.LineNumber + 1}). Give an earlier JSON report.", broken);
        }
    }

    private static ReadOnlyMemory<byte> Unmarked(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static void Write(Utf8JsonWriter writer, BaselineEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", entry.Fingerprint);
        writer.WriteString("rule", entry.RuleId);
        writer.WriteString("subject", entry.Subject);
        if (entry.FirstSeen is { } seen)
            writer.WriteString("firstSeen", Text(seen));
        if (entry.IsFixed)
            writer.WriteBoolean("fixed", true);
        writer.WriteEndObject();
    }

    private static BaselineEntry Compact(string name, JsonElement finding, int index) => new(
        Required(name, finding, "fingerprint", index),
        Required(name, finding, "rule", index),
        Required(name, finding, "subject", index),
        Moment(finding, "firstSeen"),
        finding.TryGetProperty("fixed", out var done) && done.ValueKind == JsonValueKind.True);

    // A finding as a JSON report has it: the subject is a resource with its ARN, or a place in code with its path.
    private static BaselineEntry Reported(string name, JsonElement finding, int index)
    {
        if (finding.ValueKind != JsonValueKind.Object || !finding.TryGetProperty("subject", out var subject) || subject.ValueKind != JsonValueKind.Object)
            throw Wrong(name, $"finding {index + 1} has no subject");

        return new(
            Required(name, finding, "fingerprint", index),
            Required(name, finding, "ruleId", index),
            subject.TryGetProperty("arn", out _) ? Required(name, subject, "arn", index) : Required(name, subject, "path", index),
            Moment(finding, "firstSeen"),
            finding.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String && state.GetString() == "fixed");
    }

    private static string Required(string name, JsonElement element, string member, int index) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(name, $"finding {index + 1} has no '{member}'");

    private static DateTimeOffset? Moment(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static BaselineException Wrong(string name, string what) => new($"{name} is no baseline: {what}. Give an earlier JSON report, or the file that an earlier run wrote as its baseline.");
}
