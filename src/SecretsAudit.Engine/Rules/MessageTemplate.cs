using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>A message with holes: <c>Rotation was due {secret.Rotation.Next:u}.</c> Double braces stand for themselves.</summary>
internal sealed record MessageTemplate(IReadOnlyList<MessageTemplate.Part> Parts)
{
    private static readonly string[] Formats = ["u", "d", "0", "0.0", "0.00"];

    /// <summary>A stretch of text, or a hole with an optional format.</summary>
    internal sealed record Part(string? Literal, RuleExpression? Hole, string? Format);

    public static MessageTemplate Parse(YamlText scalar, ErrorList errors)
    {
        var parts = new List<Part>();
        var literal = new System.Text.StringBuilder();
        var text = scalar.Value;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is > 0 and var end)
            {
                Flush(parts, literal);
                parts.Add(Hole(scalar, i + 1, end, errors));
                i = end;
            }
            else if (text[i] is '{' or '}')
            {
                errors.Add(scalar.At, "A brace in the message has no partner.", "Write {{ or }} for a brace itself.");
                break;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        Flush(parts, literal);
        return new(parts);
    }

    private static Part Hole(YamlText scalar, int start, int end, ErrorList errors)
    {
        var text = scalar.Value[start..end];
        var colon = text.LastIndexOf(':');
        var format = colon < 0 ? null : text[(colon + 1)..];
        if (format is not null && !Formats.Contains(format))
            errors.Add(scalar.At, $"'{format}' is no format.", $"Known formats: {string.Join(", ", Formats)}.");

        return new(null, new(colon < 0 ? text : text[..colon], scalar, start), format);
    }

    private static void Flush(List<Part> parts, System.Text.StringBuilder literal)
    {
        if (literal.Length > 0)
            parts.Add(new(literal.ToString(), null, null));
        literal.Clear();
    }
}
