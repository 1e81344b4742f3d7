using System.Globalization;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>One column of a query: a property, or a function over a group of resources.</summary>
/// <param name="Function">COUNT, SUM, MIN, MAX or AVG; null for the property itself.</param>
/// <param name="Property">The property, or <c>*</c>.</param>
internal sealed record QueryColumn(string? Function, string Property)
{
    /// <summary>The column as the answer names it.</summary>
    public string Name => Function is null ? Property : $"{Function}({Property})";

    public static QueryColumn Parse(QueryWords words)
    {
        if (words.Take("*"))
        {
            return new(null, "*");
        }

        var property = words.Property();
        if (property.ToUpperInvariant() is not ("COUNT" or "SUM" or "MIN" or "MAX" or "AVG") || !words.Take("("))
        {
            return new(null, property);
        }

        var function = property.ToUpperInvariant();
        var argument = function == "COUNT" && words.Take("*") ? "*" : words.Property();
        words.Expect(")");
        return new(function, argument);
    }

    /// <summary>The function's value over a group; null when none of its resources has the property.</summary>
    public JsonNode? Over(IReadOnlyCollection<JsonObject> group)
    {
        if (Function == "COUNT")
        {
            return Property == "*" ? group.Count : group.Count(resource => QueryProperty.Values(resource, Property).Count > 0);
        }

        var texts = group.SelectMany(resource => QueryProperty.Values(resource, Property)).ToList();
        var numbers = texts.Where(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            .Select(text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)).ToList();
        return Function switch
        {
            "SUM" when numbers.Count > 0 => numbers.Sum(),
            "AVG" when numbers.Count > 0 => numbers.Average(),
            "MIN" when numbers.Count > 0 && numbers.Count == texts.Count => numbers.Min(),
            "MAX" when numbers.Count > 0 && numbers.Count == texts.Count => numbers.Max(),
            "MIN" when texts.Count > 0 => texts.Min(StringComparer.Ordinal),
            "MAX" when texts.Count > 0 => texts.Max(StringComparer.Ordinal),
            _ => null,
        };
    }
}
