using System.Text.Json;

namespace SecretsAudit.Store.Events;

/// <summary>One of a pattern's matchers against one value.</summary>
internal static class ValueMatch
{
    /// <exception cref="FormatException">EventBridge knows no such matcher.</exception>
    public static void Check(JsonElement matcher, string place)
    {
        if (matcher.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False)
        {
            return;
        }

        var isKnown = matcher.ValueKind == JsonValueKind.Object && matcher.EnumerateObject().Count() == 1 && matcher.EnumerateObject().First() switch
        {
            { Name: "prefix" or "suffix" or "equals-ignore-case" or "wildcard", Value.ValueKind: JsonValueKind.String } => true,
            { Name: "exists", Value.ValueKind: JsonValueKind.True or JsonValueKind.False } => true,
            { Name: "anything-but" } => true,
            { Name: "numeric", Value: { ValueKind: JsonValueKind.Array } range } => IsRange(range),
            _ => false,
        };
        if (!isKnown)
        {
            throw new FormatException($"At '{place}': unknown match type.");
        }
    }

    public static bool Matches(JsonElement matcher, JsonElement? value)
    {
        if (matcher.ValueKind != JsonValueKind.Object)
        {
            return value is { } literal && AreEqual(matcher, literal);
        }

        var (name, argument) = (matcher.EnumerateObject().First().Name, matcher.EnumerateObject().First().Value);
        return name switch
        {
            "exists" => argument.GetBoolean() == value is not null,
            "numeric" => value is { ValueKind: JsonValueKind.Number } number && InRange(argument, number.GetDecimal()),
            "anything-but" => value is { } present && AnythingBut(argument, present),
            _ => value is { ValueKind: JsonValueKind.String } text && MatchesText(name, argument.GetString()!, text.GetString()!),
        };
    }

    private static bool MatchesText(string name, string argument, string text) => name switch
    {
        "prefix" => text.StartsWith(argument, StringComparison.Ordinal),
        "suffix" => text.EndsWith(argument, StringComparison.Ordinal),
        "equals-ignore-case" => text.Equals(argument, StringComparison.OrdinalIgnoreCase),
        _ => Wildcard(argument, text),
    };

    private static bool AnythingBut(JsonElement argument, JsonElement value) => argument.ValueKind switch
    {
        JsonValueKind.Array => !argument.EnumerateArray().Any(item => AreEqual(item, value)),
        JsonValueKind.Object => !Matches(argument, value),
        _ => !AreEqual(argument, value),
    };

    private static bool AreEqual(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString(),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()),
        var (a, b) => a == b,
    };

    // Greedy stars with one place to come back to: time stays within length × length.
    private static bool Wildcard(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).IndexOfAnyExcept('*') < 0;
    }

    private static bool IsRange(JsonElement range)
    {
        var parts = range.EnumerateArray().ToList();
        return parts.Count is 2 or 4 && parts.Where((_, i) => i % 2 == 0).All(part => part.ValueKind == JsonValueKind.String && part.GetString() is "<" or "<=" or ">" or ">=" or "=")
            && parts.Where((_, i) => i % 2 == 1).All(part => part.ValueKind == JsonValueKind.Number);
    }

    private static bool InRange(JsonElement range, decimal value)
    {
        var parts = range.EnumerateArray().ToList();
        for (var i = 0; i < parts.Count; i += 2)
        {
            var bound = parts[i + 1].GetDecimal();
            var holds = parts[i].GetString() switch { "<" => value < bound, "<=" => value <= bound, ">" => value > bound, ">=" => value >= bound, _ => value == bound };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }
}
