using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What a query's WHERE asks of a resource: comparisons, joined by AND and OR, turned round by NOT.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/query-components.html"/>
internal static class QueryCondition
{
    private const int DepthLimit = 50;

    /// <exception cref="InvalidExpressionException">It is not a condition.</exception>
    public static Func<JsonObject, bool> Parse(QueryWords words) => Any(words, 0);

    private static Func<JsonObject, bool> Any(QueryWords words, int depth)
    {
        var parts = new List<Func<JsonObject, bool>> { All(words, depth) };
        while (words.Take("OR"))
        {
            parts.Add(All(words, depth));
        }

        return parts.Count == 1 ? parts[0] : resource => parts.Exists(part => part(resource));
    }

    private static Func<JsonObject, bool> All(QueryWords words, int depth)
    {
        var parts = new List<Func<JsonObject, bool>> { One(words, depth) };
        while (words.Take("AND"))
        {
            parts.Add(One(words, depth));
        }

        return parts.Count == 1 ? parts[0] : resource => parts.TrueForAll(part => part(resource));
    }

    private static Func<JsonObject, bool> One(QueryWords words, int depth)
    {
        if (depth > DepthLimit)
        {
            throw new InvalidExpressionException("The expression nests too deep.");
        }

        if (words.Take("NOT"))
        {
            var turned = One(words, depth + 1);
            return resource => !turned(resource);
        }

        if (words.Take("("))
        {
            var inner = Any(words, depth + 1);
            words.Expect(")");
            return inner;
        }

        var property = words.Property();
        var isTurned = words.Take("NOT");
        var test = Comparison(words, isTurned);

        // An array holds what one of its elements holds, as AWS says; a property that is not there holds nothing.
        return isTurned
            ? resource => QueryProperty.Values(resource, property) is { Count: > 0 } values && !values.Any(test)
            : resource => QueryProperty.Values(resource, property).Any(test);
    }

    private static Func<string, bool> Comparison(QueryWords words, bool isTurned)
    {
        if (words.Take("IN"))
        {
            words.Expect("(");
            var values = new List<string> { words.Literal() };
            while (words.Take(","))
            {
                values.Add(words.Literal());
            }

            words.Expect(")");
            return values.Contains;
        }

        if (words.Take("LIKE"))
        {
            var pattern = words.Literal();
            return text => Like(text, pattern);
        }

        if (words.Take("BETWEEN"))
        {
            var low = words.Literal();
            words.Expect("AND");
            var high = words.Literal();
            return text => Compare(text, low) >= 0 && Compare(text, high) <= 0;
        }

        foreach (var (sign, holds) in isTurned ? [] : Signs)
        {
            if (words.Take(sign))
            {
                var value = words.Literal();
                return text => holds(Compare(text, value));
            }
        }

        throw words.Unexpected("a comparison: =, <>, !=, <, <=, >, >=, IN, LIKE or BETWEEN");
    }

    private static readonly (string Sign, Func<int, bool> Holds)[] Signs =
    [
        ("=", order => order == 0), ("<>", order => order != 0), ("!=", order => order != 0),
        ("<=", order => order <= 0), (">=", order => order >= 0), ("<", order => order < 0), (">", order => order > 0),
    ];

    // Numbers compare as numbers and addresses as addresses, which is what ranges are for; anything else as text.
    private static int Compare(string text, string value) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var other)
            ? number.CompareTo(other)
            : text.Contains('.', StringComparison.Ordinal) && IPAddress.TryParse(text, out var address) && IPAddress.TryParse(value, out var bound)
                ? address.GetAddressBytes().AsSpan().SequenceCompareTo(bound.GetAddressBytes())
                : string.CompareOrdinal(text, value);

    // Config's own wildcard is a percent sign at either end.
    private static bool Like(string text, string pattern) => (pattern.StartsWith('%'), pattern.EndsWith('%') && pattern.Length > 1) switch
    {
        (true, true) => text.Contains(pattern[1..^1], StringComparison.Ordinal),
        (true, false) => text.EndsWith(pattern[1..], StringComparison.Ordinal),
        (false, true) => text.StartsWith(pattern[..^1], StringComparison.Ordinal),
        _ => text == pattern,
    };
}
