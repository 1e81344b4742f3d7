using System.Text;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Templates;

/// <summary>Evaluates intrinsic functions; what a resource's Ref or GetAtt gives, its caller finds out (and creates the resource first).</summary>
internal sealed class TemplateEvaluator(
    JsonObject template, IReadOnlyDictionary<string, string> parameters, string account, string region, Func<string, string?, Task<string>> resource)
{
    private const string NoValue = "AWS::NoValue";
    private const string StoredParameter = "AWS::SSM::Parameter::Value<";
    private const int DepthLimit = 64;

    // What AWS::NoValue gives, also out of Fn::If; whatever holds it leaves it out.
    private static readonly JsonValue Nothing = JsonValue.Create(NoValue);

    /// <summary>Reads a parameter of Parameter Store, for template parameters that name one; null where there is no store to ask.</summary>
    public Func<string, Task<string>>? Stored { get; init; }

    /// <summary>What other stacks export, for <c>Fn::ImportValue</c>.</summary>
    public IReadOnlyDictionary<string, string> Exports { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

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
                    var given = await EvaluateAsync(value, depth + 1).ConfigureAwait(false);
                    if (!ReferenceEquals(given, Nothing))
                    {
                        copy[name] = given?.DeepClone();
                    }
                }

                return copy;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    var given = await EvaluateAsync(item, depth + 1).ConfigureAwait(false);
                    if (!ReferenceEquals(given, Nothing))
                    {
                        list.Add(given?.DeepClone());
                    }
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

    public static bool AsBoolean(JsonNode? node) => AsText(node).Equals("true", StringComparison.OrdinalIgnoreCase);

    private async Task<JsonNode?> CallAsync(string name, JsonNode? raw, int depth)
    {
        switch (name)
        {
            case "Ref":
                // AWS::LanguageExtensions lets the name be computed.
                return await RefAsync(AsText(await EvaluateAsync(raw, depth).ConfigureAwait(false))).ConfigureAwait(false);
            case "Condition":
                return await ConditionAsync(AsText(raw), depth).ConfigureAwait(false);
            case "Fn::GetAtt" when raw is JsonArray { Count: > 1 } && await EvaluateAsync(raw, depth).ConfigureAwait(false) is JsonArray path:
                return await resource(AsText(path[0]), string.Join('.', path.Skip(1).Select(AsText))).ConfigureAwait(false);
            case "Fn::GetAtt" when raw is JsonValue && AsText(raw).Split('.', 2) is [var logical, var attribute]:
                return await resource(logical, attribute).ConfigureAwait(false);
            case "Fn::ImportValue":
                var export = AsText(await EvaluateAsync(raw, depth).ConfigureAwait(false));
                return Exports.TryGetValue(export, out var exported) ? exported : throw new TemplateException($"No stack exports {export}: give its value with --import-value.");
            case "Fn::Sub":
                return await SubAsync(raw, depth).ConfigureAwait(false);
            case "Fn::If" when raw is JsonArray and [var condition, var yes, var no]:
                var branch = await ConditionAsync(AsText(condition), depth).ConfigureAwait(false) ? yes : no;
                return await EvaluateAsync(branch, depth).ConfigureAwait(false);
            default:
                return PureFunctions.Call(template, region, name, await EvaluateAsync(raw, depth).ConfigureAwait(false));
        }
    }

    private async Task<JsonNode?> RefAsync(string name)
    {
        switch (name)
        {
            case "AWS::AccountId":
                return account;
            case "AWS::Region":
                return region;
            case "AWS::Partition":
                return Arn.Partition(region);
            case "AWS::URLSuffix":
                return Arn.Partition(region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
            case "AWS::StackName":
                return "import";
            case "AWS::StackId":
                return $"arn:{Arn.Partition(region)}:cloudformation:{region}:{account}:stack/import/00000000-0000-0000-0000-000000000000";
            case "AWS::NotificationARNs":
                return new JsonArray();
            case NoValue:
                return Nothing;
            default:
                return template["Parameters"]?[name] is JsonObject parameter
                    ? await ParameterAsync(name, parameter).ConfigureAwait(false)
                    : await resource(name, null).ConfigureAwait(false);
        }
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
    private async Task<JsonNode?> ParameterAsync(string name, JsonObject parameter)
    {
        var value = parameters.TryGetValue(name, out var given) ? given
            : parameter["Default"] is { } fallback ? AsText(fallback)
            : throw new TemplateException($"The parameter {name} has no value and no default.");
        var type = parameter["Type"] is { } told ? AsText(told) : "String";
        if (type.StartsWith(StoredParameter, StringComparison.Ordinal) && Stored is { } read)
        {
            value = await read(value).ConfigureAwait(false);
        }

        return type.Contains("CommaDelimitedList", StringComparison.Ordinal) || type.Contains("List<", StringComparison.Ordinal)
            ? new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries).Select(item => (JsonNode?)item)])
            : value;
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
}
