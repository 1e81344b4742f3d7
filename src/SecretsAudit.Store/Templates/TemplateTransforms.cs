using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>What a template wants to be rewritten by before its stack is made.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html"/>
internal static class TemplateTransforms
{
    public const string LanguageExtensions = "AWS::LanguageExtensions";

    // They make kinds of resources that the store does not have, and leave the secrets beside them as they are.
    private static readonly string[] Harmless =
    [
        "AWS::Serverless-2016-10-31", "AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16", "AWS::CodeDeployBlueGreen", "AWS::ServiceCatalog",
    ];

    /// <summary>Whether loops are to be unrolled.</summary>
    /// <exception cref="TemplateException">The template wants a macro, which is a function in an AWS account, or a file of a bucket.</exception>
    public static bool WantLoops(JsonObject template)
    {
        var names = template["Transform"] switch
        {
            null => [],
            JsonArray several => several.Select(NameOf).ToList(),
            var one => [NameOf(one)],
        };
        return names.Find(name => name != LanguageExtensions && !Harmless.Contains(name)) is { } foreign ? throw Refusal(foreign) : names.Contains(LanguageExtensions);
    }

    public static TemplateException Refusal(string macro) => new(macro == "AWS::Include"
        ? "The template includes a file of an S3 bucket (AWS::Include), which the import does not read: put the text into the template."
        : $"The template is rewritten by the macro {macro}, which runs in an AWS account: import what it makes (aws cloudformation get-template --template-stage Processed).");

    public static string NameOf(JsonNode? transform) => TemplateEvaluator.AsText(transform is JsonObject call ? call["Name"] : transform);
}
