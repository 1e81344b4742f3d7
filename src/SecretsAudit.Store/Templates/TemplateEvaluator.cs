using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>Evaluates intrinsic functions; what a resource's Ref or GetAtt gives, its caller finds out (and creates the resource first).</summary>
internal sealed class TemplateEvaluator(
    JsonObject template, IReadOnlyDictionary<string, string> parameters, string account, string region, Func<string, string?, Task<string>> resource)
{
    private const string NoValue = "AWS::NoValue";
    private const int DepthLimit = 64;

    /// <exception cref="TemplateException">A function is unknown, or its arguments are not what it takes.</exception>
    public async Task<JsonNode?> EvaluateAsync(JsonNode? node, int depth = 0)
    {
        if (depth > DepthLimit)
        {
            throw new TemplateException("The template nests too deep.");
        }

        switch (node)
        {
            case JsonObject { Count: 1 } call when call.First() is { Key: var name } && (name == "Ref" || name == "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal)):
                return await CallAsync(name, call.First().Value, depth + 1).ConfigureAwait(false);
            case JsonObject members:
                var copy = new JsonObject();
                foreach (var (name, value) in members)
                {
                    if (!IsNoValue(value))
                    {
                        copy[name] = (await EvaluateAsync(value, depth + 1).ConfigureAwait(false))?.DeepClone();
                    }
                }

                return copy;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items.Where(item => !IsNoValue(item)))
                {
                    list.Add((await EvaluateAsync(item, depth + 1).ConfigureAwait(false))?.DeepClone());
                }

                return list;
            default:
                return node;
        }
    }

    public async Task<bool> ConditionAsync(string name, int depth = 0) =>
        template["Conditions"]?[name] is { } condition
            ? AsBoolean(await EvaluateAsync(condition, depth + 1).ConfigureAwait(false))
            : throw new TemplateException($"There is no condition {name}.");

    public static string AsText(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        null => "",
        _ => throw new TemplateException("A text is expected where the template has a list or an object."),
    };

    private static bool IsNoValue(JsonNode? node) => node is JsonObject { Count: 1 } reference && reference["Ref"] is JsonValue value && AsText(value) == NoValue;

    private async Task<JsonNode?> CallAsync(string name, JsonNode? raw, int depth)
    {
        switch (name)
        {
            case "Ref":
                return await RefAsync(AsText(raw)).ConfigureAwait(false);
            case "Condition":
                return await ConditionAsync(AsText(raw), depth).ConfigureAwait(false);
            case "Fn::GetAtt" when raw is JsonArray and [var logical, var attribute]:
                return await resource(AsText(logical), AsText(attribute)).ConfigureAwait(false);
            case "Fn::Sub":
                return await SubAsync(raw, depth).ConfigureAwait(false);
            case "Fn::If" when raw is JsonArray and [var condition, var yes, var no]:
                var branch = await ConditionAsync(AsText(condition), depth).ConfigureAwait(false) ? yes : no;
                return IsNoValue(branch) ? null : await EvaluateAsync(branch, depth).ConfigureAwait(false);
            default:
                return Pure(name, await EvaluateAsync(raw, depth).ConfigureAwait(false));
        }
    }

    private JsonNode? Pure(string name, JsonNode? argument) => (name, argument) switch
    {
        ("Fn::Join", JsonArray and [var separator, JsonArray parts]) => string.Join(AsText(separator), parts.Select(AsText)),
        ("Fn::Split", JsonArray and [var separator, var text]) => new JsonArray([.. AsText(text).Split(AsText(separator)).Select(part => (JsonNode?)part)]),
        ("Fn::Select", JsonArray and [var index, JsonArray items])
            when int.TryParse(AsText(index), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < items.Count => items[at],
        ("Fn::Base64", var text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(AsText(text))),
        ("Fn::FindInMap", JsonArray and [var map, var top, var second]) => template["Mappings"]?[AsText(map)]?[AsText(top)]?[AsText(second)]
            ?? throw new TemplateException($"There is no mapping {AsText(map)}.{AsText(top)}.{AsText(second)}."),
        ("Fn::Equals", JsonArray and [var left, var right]) => AsText(left) == AsText(right),
        ("Fn::And", JsonArray all) => all.All(AsBoolean),
        ("Fn::Or", JsonArray any) => any.Any(AsBoolean),
        ("Fn::Not", JsonArray and [var one]) => !AsBoolean(one),
        _ => throw new TemplateException($"The function {name} is not one that the import knows, or its arguments are not valid."),
    };

    private async Task<JsonNode?> RefAsync(string name)
    {
        switch (name)
        {
            case "AWS::AccountId":
                return account;
            case "AWS::Region":
                return region;
            case "AWS::Partition":
                return "aws";
            case "AWS::URLSuffix":
                return "amazonaws.com";
            case "AWS::StackName":
                return "import";
            default:
                if (template["Parameters"]?[name] is JsonObject parameter)
                {
                    return parameters.TryGetValue(name, out var given) ? given
                        : parameter["Default"] is { } fallback ? AsText(fallback)
                        : throw new TemplateException($"The parameter {name} has no value and no default.");
                }

                return await resource(name, null).ConfigureAwait(false);
        }
    }

    private async Task<JsonNode?> SubAsync(JsonNode? raw, int depth)
    {
        var (text, own) = raw switch
        {
            JsonArray and [var format, JsonObject variables] => (AsText(format), await EvaluateAsync(variables, depth).ConfigureAwait(false) as JsonObject),
            _ => (AsText(raw), null),
        };
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                result.Append(text, at, text.Length - at);
                break;
            }

            result.Append(text, at, open - at);
            var name = text[(open + 2)..close];
            result.Append(name switch
            {
                ['!', .. var literal] => "${" + literal + "}",
                _ when own?[name] is { } value => AsText(value),
                _ when name.Split('.', 2) is [var logical, var attribute] => await resource(logical, attribute).ConfigureAwait(false),
                _ => AsText(await RefAsync(name).ConfigureAwait(false)),
            });
            at = close + 1;
        }

        return result.ToString();
    }

    private static bool AsBoolean(JsonNode? node) => AsText(node).Equals("true", StringComparison.OrdinalIgnoreCase);
}
