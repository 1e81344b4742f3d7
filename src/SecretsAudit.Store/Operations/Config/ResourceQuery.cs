using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The part of Config's query language that asks for secrets and keys: columns, and comparisons joined by AND.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/query-components.html"/>
internal sealed partial class ResourceQuery
{
    private readonly IReadOnlyList<Term> _terms;

    private ResourceQuery(IReadOnlyList<string> columns, IReadOnlyList<Term> terms) => (Columns, _terms) = (columns, terms);

    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="InvalidExpressionException">The expression is not one of these.</exception>
    public static ResourceQuery Parse(string expression)
    {
        var select = Select().Match(expression);
        if (!select.Success)
        {
            throw new InvalidExpressionException("The expression has the form SELECT columns WHERE property = 'value' AND …");
        }

        var columns = select.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries);
        if (columns.Any(column => !Property().IsMatch(column)))
        {
            throw new InvalidExpressionException("A column is a property such as resourceId or configuration.kmsKeyId.");
        }

        var terms = new List<Term>();
        var rest = select.Groups["terms"].Value.Trim();
        while (rest.Length > 0)
        {
            var term = Comparison().Match(rest);
            if (!term.Success)
            {
                throw new InvalidExpressionException("A condition is property = 'value', <> , LIKE or IN, joined to the next by AND.");
            }

            terms.Add(new(term.Groups["property"].Value, term.Groups["operator"].Value.ToUpperInvariant(), [.. Literal().Matches(term.Groups["value"].Value).Select(Value)]));
            rest = rest[term.Length..].Trim();
        }

        return new(columns, terms);
    }

    public bool Matches(JsonObject resource) => _terms.All(term => term.Holds(Find(resource, term.Property)));

    /// <summary>The columns of a resource as one JSON text.</summary>
    public string Show(JsonObject resource)
    {
        var shown = new JsonObject();
        foreach (var column in Columns)
        {
            var place = shown;
            var path = column.Split('.');
            foreach (var step in path[..^1])
            {
                place = (JsonObject)(place[step] ??= new JsonObject());
            }

            if (Find(resource, column) is { } value)
            {
                place[path[^1]] = value.DeepClone();
            }
        }

        return shown.ToJsonString();
    }

    private static JsonNode? Find(JsonObject resource, string property)
    {
        JsonNode? node = resource;
        foreach (var step in property.Split('.'))
        {
            node = (node as JsonObject)?[step];
        }

        return node;
    }

    private static string Value(Match literal) => literal.Groups["text"].Success ? literal.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal) : literal.Value;

    [GeneratedRegex(@"^\s*SELECT\s+(?<columns>[\w.,\s]+?)(?:\s+WHERE\s+(?<terms>.+))?\s*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex Select();

    [GeneratedRegex(@"^\w+(\.\w+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex Property();

    [GeneratedRegex(@"^(?<property>\w+(?:\.\w+)*)\s*(?<operator>=|<>|\bLIKE\b|\bIN\b)\s*(?<value>\((?:\s*'(?:[^']|'')*'\s*,?)+\)|'(?:[^']|'')*'|true|false|-?\d+)\s*(?:AND\s+|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"'(?<text>(?:[^']|'')*)'|true|false|-?\d+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex Literal();

    private sealed record Term(string Property, string Operator, IReadOnlyList<string> Values)
    {
        public bool Holds(JsonNode? node)
        {
            var text = node switch
            {
                null => null,
                JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
                _ => node.ToJsonString(),
            };
            return text is not null && Operator switch
            {
                "LIKE" => Like(text, Values[0]),
                "<>" => text != Values[0],
                _ => Values.Contains(text),
            };
        }

        // Config's own wildcard is a percent sign at either end.
        private static bool Like(string text, string pattern) => (pattern.StartsWith('%'), pattern.EndsWith('%') && pattern.Length > 1) switch
        {
            (true, true) => text.Contains(pattern[1..^1], StringComparison.Ordinal),
            (true, false) => text.EndsWith(pattern[1..], StringComparison.Ordinal),
            (false, true) => text.StartsWith(pattern[..^1], StringComparison.Ordinal),
            _ => text == pattern,
        };
    }
}
