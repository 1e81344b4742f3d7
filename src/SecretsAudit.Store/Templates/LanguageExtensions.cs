using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>Unrolls <c>Fn::ForEach</c>, as the transform <c>AWS::LanguageExtensions</c> does before a stack is made.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html"/>
internal sealed class LanguageExtensions(TemplateEvaluator evaluator)
{
    private const string Prefix = "Fn::ForEach::";

    // A stack has 500 resources at most: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int CopyLimit = 5000;
    private const int DepthLimit = 64;
    private int _copies;

    /// <exception cref="TemplateException">A loop is malformed, or makes more than a stack can have.</exception>
    public async Task<JsonNode?> ExpandAsync(JsonNode? node, int depth = 0)
    {
        if (depth > DepthLimit)
        {
            throw new TemplateException("The template nests too deep.");
        }

        switch (node)
        {
            case JsonObject members:
                var expanded = new JsonObject();
                foreach (var (name, value) in members)
                {
                    if (name.StartsWith(Prefix, StringComparison.Ordinal))
                    {
                        await UnrollAsync(name, value, expanded, depth + 1).ConfigureAwait(false);
                    }
                    else
                    {
                        Add(expanded, name, await ExpandAsync(value, depth + 1).ConfigureAwait(false));
                    }
                }

                return expanded;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    list.Add((await ExpandAsync(item, depth + 1).ConfigureAwait(false))?.DeepClone());
                }

                return list;
            default:
                return node;
        }
    }

    private async Task UnrollAsync(string name, JsonNode? loop, JsonObject into, int depth)
    {
        if (loop is not JsonArray { Count: 3 } parts || parts[0] is not JsonValue identifier || parts[2] is not JsonObject output)
        {
            throw new TemplateException($"{name} takes an identifier, a collection and what to repeat.");
        }

        var variable = TemplateEvaluator.AsText(identifier);
        if (await evaluator.EvaluateAsync(parts[1]).ConfigureAwait(false) is not JsonArray values)
        {
            throw new TemplateException($"{name} takes a list as its collection.");
        }

        foreach (var value in values.Select(TemplateEvaluator.AsText))
        {
            if (++_copies > CopyLimit)
            {
                throw new TemplateException("The template's loops make more than a stack can have.");
            }

            foreach (var (key, made) in (JsonObject)(await ExpandAsync(With(output, variable, value), depth).ConfigureAwait(false))!)
            {
                Add(into, key, made);
            }
        }
    }

    // A second of the same name would replace the first in silence.
    private static void Add(JsonObject into, string name, JsonNode? value)
    {
        if (!into.TryAdd(name, value?.DeepClone()))
        {
            throw new TemplateException($"{name} is made twice by the template's loops.");
        }
    }

    private static JsonNode? With(JsonNode? node, string variable, string value) => node switch
    {
        JsonObject { Count: 1 } call when call["Ref"] is JsonValue name && TemplateEvaluator.AsText(name) == variable => value,
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Text(member.Key, variable, value), With(member.Value, variable, value)))),
        JsonArray items => new JsonArray([.. items.Select(item => With(item, variable, value))]),
        JsonValue told when told.TryGetValue<string>(out var text) => Text(text, variable, value),
        _ => node?.DeepClone(),
    };

    // &{Name} is the value as a logical id can hold it.
    private static string Text(string text, string variable, string value) => text
        .Replace("${" + variable + "}", value, StringComparison.Ordinal)
        .Replace("&{" + variable + "}", string.Concat(value.Where(char.IsAsciiLetterOrDigit)), StringComparison.Ordinal);
}
