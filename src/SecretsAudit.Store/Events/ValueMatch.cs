using System.Net;
using System.Text.Json;

namespace SecretsAudit.Store.Events;

/// <summary>One of a pattern's matchers against one value; <see cref="PatternCheck"/> let nothing else in.</summary>
internal static class ValueMatch
{
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
            "numeric" => value is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var amount) && InRange(argument, amount),
            "anything-but" => value is { } present && AnythingBut(argument, present),
            _ => value is { ValueKind: JsonValueKind.String } text && MatchesText(name, argument, text.GetString()!),
        };
    }

    /// <summary>The addresses of <c>10.0.0.0/24</c>, or of one address; null when it is neither.</summary>
    public static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static bool MatchesText(string name, JsonElement argument, string text)
    {
        // Within a prefix or a suffix stands a text, or a text whose case does not count.
        var (wanted, comparison) = argument.ValueKind == JsonValueKind.Object
            ? (argument.EnumerateObject().First().Value.GetString()!, StringComparison.OrdinalIgnoreCase) : (argument.GetString()!, StringComparison.Ordinal);
        return name switch
        {
            "prefix" => text.StartsWith(wanted, comparison),
            "suffix" => text.EndsWith(wanted, comparison),
            "equals-ignore-case" => text.Equals(wanted, StringComparison.OrdinalIgnoreCase),
            "cidr" => IPAddress.TryParse(text, out var address) && Network(wanted) is { } network && network.Contains(address),
            _ => Wildcard(wanted, text),
        };
    }

    private static bool AnythingBut(JsonElement argument, JsonElement value)
    {
        if (argument.ValueKind != JsonValueKind.Object)
        {
            return !Array.Exists(Items(argument), item => AreEqual(item, value));
        }

        var (name, given) = (argument.EnumerateObject().First().Name, argument.EnumerateObject().First().Value);
        return value.ValueKind != JsonValueKind.String || !Array.Exists(Items(given), item => MatchesText(name, item, value.GetString()!));
    }

    private static JsonElement[] Items(JsonElement argument) => argument.ValueKind == JsonValueKind.Array ? [.. argument.EnumerateArray()] : [argument];

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
