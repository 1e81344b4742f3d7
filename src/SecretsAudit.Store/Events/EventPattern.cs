using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Events;

/// <summary>An EventBridge event pattern: literals, <c>prefix</c>, <c>suffix</c>, <c>equals-ignore-case</c>, <c>wildcard</c>, <c>cidr</c>, <c>anything-but</c>, <c>exists</c>, <c>numeric</c> and <c>$or</c>.</summary>
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
            else if (field.Value.GetArrayLength() == 0)
            {
                throw new FormatException($"At '{place + field.Name}': Empty arrays are not allowed");
            }
            else
            {
                foreach (var matcher in field.Value.EnumerateArray())
                {
                    PatternCheck.Matcher(matcher, place + field.Name);
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
                : MatchesField(field.Value, Find(happened, field.Name));
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    // A dot in a name, of the pattern or of the event, is as good as a step into an object.
    private static JsonElement? Find(JsonElement happened, string name)
    {
        if (happened.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (happened.TryGetProperty(name, out var value))
        {
            return value;
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            if (happened.TryGetProperty(name[..dot], out var outer) && Find(outer, name[(dot + 1)..]) is { } inner)
            {
                return inner;
            }
        }

        var dotted = happened.EnumerateObject().Where(field => field.Name.StartsWith(name + ".", StringComparison.Ordinal)).ToList();
        return dotted.Count == 0 ? null : Nested(dotted, name.Length + 1);
    }

    private static JsonElement Nested(IEnumerable<JsonProperty> fields, int skip)
    {
        var members = new JsonObject();
        foreach (var field in fields)
        {
            members[field.Name[skip..]] = JsonNode.Parse(field.Value.GetRawText());
        }

        using var document = JsonDocument.Parse(members.ToJsonString());
        return document.RootElement.Clone();
    }

    private static bool MatchesField(JsonElement pattern, JsonElement? value)
    {
        if (pattern.ValueKind == JsonValueKind.Array)
        {
            // Matchers see leaves only: for them an object is not there.
            value = value is { ValueKind: JsonValueKind.Object } ? null : value;
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
