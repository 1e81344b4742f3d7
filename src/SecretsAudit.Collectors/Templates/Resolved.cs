using System.Text;
using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>A value of a template after its functions were worked out, or why it could not be.</summary>
/// <param name="Node">The value; null when it is left out (<c>AWS::NoValue</c>) or open.</param>
/// <param name="Open">Why it is known only after deployment, as a clause; null when it is known or left out.</param>
internal readonly record struct Resolved(TemplateNode? Node, string? Open)
{
    public static Resolved NoValue => new(null, null);

    /// <summary>The text as a fact.</summary>
    public Fact<string> Text(TemplateFacts facts) => Open is { } reason ? facts.Open<string>(reason)
        : Node is TemplateText { Value: { } text } ? facts.Known(text)
        : Node is null or TemplateText ? facts.Absent<string>()
        : facts.Open<string>("the template states no text here");

    /// <summary>The value as JSON, as policies are; a policy that is written as a text already is that text.</summary>
    public Fact<string> Json(TemplateFacts facts)
    {
        if (Open is { } reason)
            return facts.Open<string>(reason);
        if (Node is null or TemplateText { Value: null })
            return facts.Absent<string>();
        if (Node is TemplateText { Value: { } text })
            return facts.Known(text);

        return facts.Known(JsonOf(Node));
    }

    /// <summary>A value as JSON text.</summary>
    public static string JsonOf(TemplateNode node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, node);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, TemplateNode node)
    {
        switch (node)
        {
            case TemplateText { Value: null }:
                writer.WriteNullValue();
                break;
            case TemplateText text:
                writer.WriteStringValue(text.Value);
                break;
            case TemplateList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case TemplateMap map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
        }
    }
}
