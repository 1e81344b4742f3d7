using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Tests.Rules;

/// <summary>As much of JSON Schema as our schema uses; an unknown keyword is an error, so that none goes unchecked.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly string[] Words = ["$schema", "$id", "title", "description", "$defs"];

    public IReadOnlyList<string> Errors(YamlNode node) => [.. Check(root, node, "")];

    private IEnumerable<string> Check(JsonElement schema, YamlNode node, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Words.Contains(keyword.Name)))
        {
            foreach (var error in Check(schema, keyword, node, path))
                yield return error;
        }
    }

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, YamlNode node, string path) => keyword.Name switch
    {
        "$ref" => Check(Resolve(keyword.Value.GetString()!), node, path),
        "allOf" => keyword.Value.EnumerateArray().SelectMany(part => Check(part, node, path)),
        "anyOf" => keyword.Value.EnumerateArray().Any(part => !Check(part, node, path).Any()) ? [] : [$"{path}: no alternative fits"],
        "type" => Types(keyword.Value).Any(type => Is(node, type)) ? [] : [$"{path}: not of type {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(value => value.GetString() == (node as YamlText)?.Value) ? [] : [$"{path}: not in {keyword.Value}"],
        "pattern" => node is YamlText text && Regex.IsMatch(text.Value, keyword.Value.GetString()!) ? [] : [$"{path}: does not match"],
        "maxLength" => node is YamlText { Value.Length: var length } && length <= keyword.Value.GetInt32() ? [] : [$"{path}: too long"],
        "minItems" => node is YamlList { Items.Count: var count } && count >= keyword.Value.GetInt32() ? [] : [$"{path}: too few"],
        "items" => ((YamlList)node).Items.SelectMany((item, i) => Check(keyword.Value, item, $"{path}[{i}]")),
        "required" => keyword.Value.EnumerateArray().Where(key => (node as YamlMap)?.Find(key.GetString()!) is null).Select(key => $"{path}: {key} is missing"),
        "properties" => (node as YamlMap)?.Entries.Where(entry => keyword.Value.TryGetProperty(entry.Key.Value, out _))
            .SelectMany(entry => Check(keyword.Value.GetProperty(entry.Key.Value), entry.Value, $"{path}.{entry.Key.Value}")) ?? [],
        "additionalProperties" => (node as YamlMap)?.Entries.Where(entry => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(entry.Key.Value, out _))
            .SelectMany(entry => keyword.Value.ValueKind == JsonValueKind.False ? [$"{path}: unknown key {entry.Key.Value}"] : Check(keyword.Value, entry.Value, $"{path}.{entry.Key.Value}")) ?? [],
        _ => throw new NotSupportedException($"The check does not know the keyword {keyword.Name}."),
    };

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!) : [type.GetString()!];

    // YAML's core schema: plain true, false and numbers are what they look like.
    private static bool Is(YamlNode node, string type) => (type, node) switch
    {
        ("object", YamlMap) or ("array", YamlList) => true,
        ("boolean", YamlText { IsPlain: true, Value: "true" or "false" }) => true,
        ("integer" or "number", YamlText { IsPlain: true } text) => decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        ("string", YamlText text) => !text.IsPlain || (!Is(text, "boolean") && !Is(text, "number")),
        _ => false,
    };
}
