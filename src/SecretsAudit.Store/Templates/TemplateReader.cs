using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecretsAudit.Store.Templates;

/// <summary>Reads a CloudFormation template in JSON or YAML; YAML's short tags such as <c>!Ref</c> become their long forms.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html"/>
internal static class TemplateReader
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int SizeLimit = 1_000_000;
    private const int DepthLimit = 64;

    /// <exception cref="TemplateException">It is neither, or larger than AWS takes.</exception>
    public static JsonObject Read(string text)
    {
        if (text.Length > SizeLimit)
        {
            throw new TemplateException($"The template is larger than {SizeLimit} characters.");
        }

        try
        {
            var node = text.TrimStart().StartsWith('{') ? JsonNode.Parse(text, documentOptions: new() { MaxDepth = DepthLimit }) : ReadYaml(text);
            return node as JsonObject ?? throw new TemplateException("The template is not an object.");
        }
        catch (Exception malformed) when (malformed is JsonException or YamlException)
        {
            throw new TemplateException("The template is neither valid JSON nor valid YAML.", malformed);
        }
    }

    private static JsonNode? ReadYaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [var document] ? Convert(document.RootNode, 0) : throw new TemplateException("The template is not one YAML document.");
    }

    private static JsonNode? Convert(YamlNode node, int depth)
    {
        if (depth > DepthLimit)
        {
            throw new TemplateException("The template nests too deep.");
        }

        JsonNode? plain = node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair =>
                KeyValuePair.Create((pair.Key as YamlScalarNode)?.Value ?? throw new TemplateException("A YAML key is not a text."), Convert(pair.Value, depth + 1)))),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(child => Convert(child, depth + 1))]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new TemplateException("The template holds a YAML node of an unknown kind."),
        };
        return node.Tag.IsEmpty || node.Tag.Value is not ['!', not '!', ..] || node.Tag.Value == "!" ? plain : Long(node.Tag.Value[1..], plain);
    }

    private static JsonNode? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => scalar.Value,
        { Value: null or "" or "~" or "null" } => null,
        { Value: "true" or "True" } => true,
        { Value: "false" or "False" } => false,
        { Value: var text } when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && text == number.ToString(CultureInfo.InvariantCulture) => number,
        _ => scalar.Value,
    };

    private static JsonObject Long(string tag, JsonNode? argument) => tag switch
    {
        "Ref" or "Condition" => new JsonObject { [tag] = argument },
        "GetAtt" when argument is JsonValue value && value.TryGetValue<string>(out var path) && path.Split('.', 2) is [var name, var attribute] =>
            new JsonObject { ["Fn::GetAtt"] = new JsonArray(name, attribute) },
        _ => new JsonObject { ["Fn::" + tag] = argument },
    };
}
