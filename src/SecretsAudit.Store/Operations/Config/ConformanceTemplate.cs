using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Templates;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Reads the rules of a conformance pack's template.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/custom-conformance-pack.html"/>
internal static class ConformanceTemplate
{
    private const string RuleType = "AWS::Config::ConfigRule";

    /// <exception cref="ConformancePackTemplateValidationException">It is no template, or a rule in it is not one that PutConfigRule takes.</exception>
    public static IReadOnlyList<ConfigRule> Rules(Call call, ConformancePack pack, string text)
    {
        try
        {
            var template = TemplateReader.Read(text);
            var given = pack.Settings.Parameters.ToDictionary(parameter => parameter.ParameterName, parameter => parameter.ParameterValue, StringComparer.Ordinal);
            var evaluator = new TemplateEvaluator(template, given, call.Account, call.Region, (name, _) => throw new TemplateException($"The template refers to {name}, which is no parameter."));
            var resources = template["Resources"] as JsonObject ?? throw new TemplateException("The template has no Resources.");
            return [.. resources.Where(resource => IsRule(resource.Value)).Where(resource => IsWanted(resource.Value!, evaluator)).Select(resource => Rule(call, pack, resource.Value!, evaluator))];
        }
        catch (Exception refused) when (refused is TemplateException or InvalidParameterValueException or JsonException)
        {
            throw new ConformancePackTemplateValidationException(refused.Message);
        }
    }

    // What a pack may hold besides is remediation, which the store does not carry out.
    private static bool IsRule(JsonNode? resource) => resource is JsonObject && TemplateEvaluator.AsText(resource["Type"]) switch
    {
        RuleType => true,
        "AWS::Config::RemediationConfiguration" => false,
        var other => throw new TemplateException($"The resource type {other} is not supported in a conformance pack."),
    };

    private static bool IsWanted(JsonNode resource, TemplateEvaluator evaluator) =>
        resource["Condition"] is not { } condition || Now(evaluator.ConditionAsync(TemplateEvaluator.AsText(condition)));

    private static ConfigRule Rule(Call call, ConformancePack pack, JsonNode resource, TemplateEvaluator evaluator)
    {
        var properties = Now(evaluator.EvaluateAsync(resource["Properties"])) as JsonObject ?? throw new TemplateException("A rule has no properties.");
        if (properties["InputParameters"] is JsonObject parameters)
        {
            properties["InputParameters"] = new JsonObject(parameters.Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)TemplateEvaluator.AsText(pair.Value)))).ToJsonString();
        }

        var given = properties.Deserialize(ConfigJson.Default.WireConfigRule)!;
        if (given is not { ConfigRuleName.Length: > 0, Source: { Owner: not null, SourceIdentifier: not null } })
        {
            throw new TemplateException("A rule has no name or no source.");
        }

        RuleChecks.Require(given, call);
        var name = $"{given.ConfigRuleName}-{pack.PackId}";
        var stored = (ConfigRule?)call.State.Find(ScopedRow.IdOf(RowKind.ConfigRule, call.Account, call.Region, name));
        return RuleSet.Build(call, given, name, stored) with { PackName = pack.Name };
    }

    // Nothing in a pack's template is waited for: it refers to parameters only.
    private static T Now<T>(Task<T> evaluated) => evaluated.IsCompleted ? evaluated.GetAwaiter().GetResult() : throw new TemplateException("The template cannot be evaluated.");
}
