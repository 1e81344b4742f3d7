using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Reading a property such as <c>configuration.rotationEnabled</c> or <c>tags.key</c>; a path goes through arrays into their elements.</summary>
internal static class QueryProperty
{
    /// <summary>The property's values as texts: none when it is not there, several in arrays.</summary>
    public static IReadOnlyList<string> Values(JsonObject resource, string property)
    {
        List<JsonNode> nodes = [resource];
        foreach (var step in property.Split('.'))
        {
            nodes = [.. nodes.OfType<JsonObject>().Select(node => node[step]).OfType<JsonNode>().SelectMany(Elements)];
        }

        return [.. nodes.OfType<JsonValue>().Select(value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())];
    }

    /// <summary>Adds the property, with the objects and arrays that it lies in, to a row of an answer.</summary>
    public static void Show(JsonObject resource, string property, JsonObject row)
    {
        if (Project(resource, property.Split('.')) is JsonObject part)
        {
            Merge(row, part);
        }
    }

    private static JsonNode? Project(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty || node is null)
        {
            return node?.DeepClone();
        }

        if (node is JsonArray items)
        {
            var array = new JsonArray();
            foreach (var item in items)
            {
                array.Add(Project(item, path));
            }

            return array;
        }

        return node is JsonObject members && Project(members[path[0]], path[1..]) is { } inner ? new JsonObject { [path[0]] = inner } : null;
    }

    private static void Merge(JsonObject row, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            switch (row[name], value)
            {
                case (JsonObject present, JsonObject added):
                    Merge(present, added);
                    break;
                case (JsonArray present, JsonArray added) when present.Count == added.Count:
                    for (var i = 0; i < added.Count; i++)
                    {
                        if (present[i] is JsonObject one && added[i] is JsonObject other)
                        {
                            Merge(one, other);
                        }
                    }

                    break;
                default:
                    row[name] = value?.DeepClone();
                    break;
            }
        }
    }

    private static IEnumerable<JsonNode> Elements(JsonNode node) => node is JsonArray items ? items.OfType<JsonNode>() : [node];
}
