using System.Text.Json;

namespace SecretsAudit.Store.Events;

/// <summary>An EventBridge event pattern: literals, <c>prefix</c>, <c>suffix</c>, <c>equals-ignore-case</c>, <c>wildcard</c>, <c>anything-but</c>, <c>exists</c>, <c>numeric</c> and <c>$or</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html"/>
public sealed class EventPattern
{
    private const int SizeLimit = 4096;

    private readonly JsonElement _root;

    private EventPattern(JsonElement root) => _root = root;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is not a pattern that EventBridge would take.</exception>
    public static EventPattern Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json.Length <= SizeLimit ? json : throw new FormatException($"An event pattern has at most {SizeLimit} characters."), new() { MaxDepth = 16 });
            Check(document.RootElement, "");
            return new(document.RootElement.Clone());
        }
        catch (JsonException malformed)
        {
            throw new FormatException("An event pattern is a JSON object.", malformed);
        }
    }

    /// <summary>Whether an event, a JSON object, matches.</summary>
    public bool Matches(JsonElement happened) => MatchesObject(_root, happened);

    private static void Check(JsonElement pattern, string place)
    {
        if (pattern.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"At '{place}': a field's pattern is an object or an array.");
        }

        foreach (var field in pattern.EnumerateObject())
        {
            if (field.Name == "$or" && field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var alternative in field.Value.EnumerateArray())
                {
                    Check(alternative, place + "$or.");
                }
            }
            else if (field.Value.ValueKind != JsonValueKind.Array)
            {
                Check(field.Value, place + field.Name + ".");
            }
            else
            {
                foreach (var matcher in field.Value.EnumerateArray())
                {
                    ValueMatch.Check(matcher, place + field.Name);
                }
            }
        }
    }

    private static bool MatchesObject(JsonElement pattern, JsonElement happened)
    {
        foreach (var field in pattern.EnumerateObject())
        {
            var matches = field.Name == "$or" && field.Value.ValueKind == JsonValueKind.Array
                ? field.Value.EnumerateArray().Any(alternative => MatchesObject(alternative, happened))
                : MatchesField(field.Value, happened.ValueKind == JsonValueKind.Object && happened.TryGetProperty(field.Name, out var value) ? value : null);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesField(JsonElement pattern, JsonElement? value)
    {
        if (pattern.ValueKind == JsonValueKind.Array)
        {
            return pattern.EnumerateArray().Any(matcher => value is { ValueKind: JsonValueKind.Array } items
                ? items.EnumerateArray().Any(item => ValueMatch.Matches(matcher, item)) || (items.GetArrayLength() == 0 && ValueMatch.Matches(matcher, null))
                : ValueMatch.Matches(matcher, value));
        }

        // An array of objects matches when one of them does.
        return value is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Any(item => MatchesObject(pattern, item))
            : MatchesObject(pattern, value ?? default);
    }
}
