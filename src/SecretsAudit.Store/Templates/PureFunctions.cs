using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>The intrinsic functions whose value is in their evaluated arguments.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html"/>
internal static class PureFunctions
{
    /// <exception cref="TemplateException">The function is unknown, or its arguments are not what it takes.</exception>
    public static JsonNode? Call(JsonObject template, string region, string name, JsonNode? argument) => (name, argument) switch
    {
        ("Fn::Join", JsonArray and [var separator, JsonArray parts]) => string.Join(TemplateEvaluator.AsText(separator), parts.Select(TemplateEvaluator.AsText)),
        ("Fn::Split", JsonArray and [var separator, var text]) =>
            new JsonArray([.. TemplateEvaluator.AsText(text).Split(TemplateEvaluator.AsText(separator)).Select(part => (JsonNode?)part)]),
        ("Fn::Select", JsonArray and [var index, JsonArray items])
            when int.TryParse(TemplateEvaluator.AsText(index), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < items.Count => items[at],
        ("Fn::Base64", var text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(TemplateEvaluator.AsText(text))),
        ("Fn::FindInMap", JsonArray { Count: 3 or 4 } path) => Find(template, path),
        ("Fn::Equals", JsonArray and [var left, var right]) => TemplateEvaluator.AsText(left) == TemplateEvaluator.AsText(right),
        ("Fn::And", JsonArray all) => all.All(TemplateEvaluator.AsBoolean),
        ("Fn::Or", JsonArray any) => any.Any(TemplateEvaluator.AsBoolean),
        ("Fn::Not", JsonArray and [var one]) => !TemplateEvaluator.AsBoolean(one),
        ("Fn::ToJsonString", JsonObject or JsonArray) => argument.ToJsonString(),
        ("Fn::Length", JsonArray counted) => counted.Count,
        ("Fn::Cidr", JsonArray { Count: 3 } split) =>
            new JsonArray([.. AddressBlocks.Split(TemplateEvaluator.AsText(split[0]), TemplateEvaluator.AsText(split[1]), TemplateEvaluator.AsText(split[2])).Select(block => (JsonNode?)block)]),
        ("Fn::GetAZs", null or JsonValue) => Zones(argument is null || TemplateEvaluator.AsText(argument) is not { Length: > 0 } other ? region : other),
        ("Fn::Transform", var macro) => throw TemplateTransforms.Refusal(TemplateTransforms.NameOf(macro)),
        _ => throw new TemplateException($"The function {name} is not one that the import knows, or its arguments are not valid."),
    };

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-findinmap-enhancements.html
    private static JsonNode? Find(JsonObject template, JsonArray path)
    {
        var (map, top, second) = (TemplateEvaluator.AsText(path[0]), TemplateEvaluator.AsText(path[1]), TemplateEvaluator.AsText(path[2]));
        return template["Mappings"]?[map]?[top]?[second]
            ?? (path.Count == 4 && path[3] is JsonObject and { Count: 1 } fallback && fallback.ContainsKey("DefaultValue") ? fallback["DefaultValue"]
                : throw new TemplateException($"There is no mapping {map}.{top}.{second}."));
    }

    // Which zones an account has differs at AWS; three is what most regions have.
    private static JsonArray Zones(string region) => [region + "a", region + "b", region + "c"];
}
