using System.Text.Json;

namespace SecretsAudit.Store.Events;

/// <summary>Which matchers EventBridge takes in a pattern; the reasons are its own.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html"/>
internal static class PatternCheck
{
    /// <exception cref="FormatException">EventBridge knows no such matcher, or not with such an argument.</exception>
    public static void Matcher(JsonElement matcher, string place)
    {
        if (matcher.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False)
        {
            return;
        }

        if (matcher.ValueKind != JsonValueKind.Object || matcher.EnumerateObject().Count() != 1)
        {
            throw new FormatException($"At '{place}': Only one key allowed in match expression");
        }

        var only = matcher.EnumerateObject().First();
        if (Problem(only.Name, only.Value) is { } problem)
        {
            throw new FormatException($"At '{place}': {problem}");
        }
    }

    private static string? Problem(string name, JsonElement argument) => name switch
    {
        "prefix" or "suffix" when argument.ValueKind == JsonValueKind.Object => IgnoresCase(argument) ? null : $"{name} match pattern must be a string",
        "prefix" or "suffix" => argument.ValueKind == JsonValueKind.String ? null : $"{name} match pattern must be a string",
        "equals-ignore-case" => argument.ValueKind == JsonValueKind.String ? null : "equals-ignore-case match pattern must be a string",
        "wildcard" => Wildcard(argument),
        "cidr" => argument.ValueKind == JsonValueKind.String && ValueMatch.Network(argument.GetString()!) is not null ? null : "Malformed CIDR, one '/' required",
        "exists" => argument.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "exists match pattern must be either true or false.",
        "numeric" => Numeric(argument),
        "anything-but" => AnythingBut(argument),
        _ => $"Unrecognized match type {name}",
    };

    private static string? AnythingBut(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number => null,
        JsonValueKind.Array when argument.GetArrayLength() > 0 => argument.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            ? null : "Inside anything but list, start|null|boolean is not supported.",
        JsonValueKind.Object when argument.EnumerateObject().Count() == 1 => AnythingBut(argument.EnumerateObject().First()),
        _ => "Value of anything-but must be an array or single string/number value.",
    };

    private static string? AnythingBut(JsonProperty inner)
    {
        var texts = inner.Value.ValueKind == JsonValueKind.Array ? inner.Value.EnumerateArray().ToList() : [inner.Value];
        return inner.Name switch
        {
            _ when texts.Count == 0 || inner.Value.ValueKind == JsonValueKind.Object => "Value of anything-but must be an array or single string/number value.",
            "prefix" or "suffix" => texts.Exists(text => text.ValueKind != JsonValueKind.String) ? "prefix/suffix match pattern must be a string"
                : texts.Exists(text => text.GetString()!.Length == 0) ? "Null prefix/suffix not allowed" : null,
            "equals-ignore-case" => texts.TrueForAll(text => text.ValueKind == JsonValueKind.String)
                ? null : "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
            "wildcard" => texts.Select(Wildcard).FirstOrDefault(problem => problem is not null),
            _ => $"Unsupported anything-but pattern: {inner.Name}",
        };
    }

    private static string? Wildcard(JsonElement argument) => argument.ValueKind != JsonValueKind.String ? "wildcard match pattern must be a string"
        : argument.GetString()!.IndexOf("**", StringComparison.Ordinal) is var at and >= 0 ? $"Consecutive wildcard characters at pos {at + 1}"
        : null;

    // One comparison, or a range from its lower bound to its upper one.
    private static string? Numeric(JsonElement argument)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() is not (2 or 4))
        {
            return "Value of numeric must be an array of one or two comparisons.";
        }

        var parts = argument.EnumerateArray().ToList();
        for (var i = 0; i < parts.Count; i += 2)
        {
            var known = (parts.Count, i) switch { (2, _) => (string[])["=", "<", "<=", ">", ">="], (_, 0) => [">", ">="], _ => ["<", "<="] };
            if (parts[i].ValueKind != JsonValueKind.String || !known.Contains(parts[i].GetString()))
            {
                return $"Bad numeric range operator: {(parts[i].ValueKind == JsonValueKind.String ? parts[i].GetString() : "not a text")}";
            }

            if (parts[i + 1].ValueKind != JsonValueKind.Number)
            {
                return "Value of a numeric range must be a number";
            }
        }

        return null;
    }

    private static bool IgnoresCase(JsonElement argument) =>
        argument.EnumerateObject().Count() == 1 && argument.EnumerateObject().First() is { Name: "equals-ignore-case", Value.ValueKind: JsonValueKind.String };
}
