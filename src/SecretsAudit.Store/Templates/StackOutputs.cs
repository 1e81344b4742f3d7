using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>What a stack tells the stack around it, and exports to all others.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html"/>
internal static class StackOutputs
{
    /// <summary>The outputs that have a value here; one that asks for an attribute of what was left out has none, and is missed only where it is used.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EvaluateAsync(
        JsonObject template, TemplateEvaluator evaluator, ConcurrentDictionary<string, string> exports)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, output) in template["Outputs"] as JsonObject ?? [])
        {
            if (output is JsonObject told && await ReadAsync(told, evaluator).ConfigureAwait(false) is var (value, export) && value is not null)
            {
                outputs[name] = value;
                if (export is not null)
                {
                    exports[export] = value;
                }
            }
        }

        return outputs;
    }

    private static async Task<(string? Value, string? Export)> ReadAsync(JsonObject output, TemplateEvaluator evaluator)
    {
        try
        {
            if (output["Condition"] is { } condition && !await evaluator.ConditionAsync(TemplateEvaluator.AsText(condition)).ConfigureAwait(false))
            {
                return (null, null);
            }

            var value = TemplateEvaluator.AsText(await evaluator.EvaluateAsync(output["Value"]).ConfigureAwait(false));
            return (value, output["Export"] is JsonObject export ? TemplateEvaluator.AsText(await evaluator.EvaluateAsync(export["Name"]).ConfigureAwait(false)) : null);
        }
        catch (TemplateException)
        {
            // What was left out has few attributes: whoever needs this output is told that it has no value.
            return (null, null);
        }
    }
}
