using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Connections;

namespace SecretsAudit.Store.Templates;

/// <summary>The stacks within a stack, and what stacks tell one another.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html"/>
internal sealed class NestedStacks(TemplateNeighbours neighbours, StoreConnection store, CancellationToken cancellationToken)
{
    public const string Type = "AWS::CloudFormation::Stack";

    // A template that nests itself would otherwise never end.
    private const int DepthLimit = 8;
    private const int StackLimit = 200;
    private int _depth;
    private int _stacks;

    public CancellationToken CancellationToken => cancellationToken;

    public bool AreRead => neighbours.ReadNestedAsync is not null;

    /// <summary>What stacks export: the neighbours', and what nested stacks have exported so far.</summary>
    public ConcurrentDictionary<string, string> Exports { get; } = new(neighbours.Exports, StringComparer.Ordinal);

    /// <summary>Imports one nested stack; its outputs are its attributes.</summary>
    /// <exception cref="TemplateException">It cannot be read or used, or nests too deep.</exception>
    public async Task<(TemplateImport Import, IReadOnlyDictionary<string, string> Attributes)> CreateAsync(string logicalId, JsonObject properties)
    {
        if (++_depth > DepthLimit || ++_stacks > StackLimit)
        {
            throw new TemplateException($"{logicalId}: the template's stacks nest too deep.");
        }

        var text = await neighbours.ReadNestedAsync!(TemplateEvaluator.AsText(properties["TemplateURL"]), cancellationToken).ConfigureAwait(false);
        var parameters = (properties["Parameters"] as JsonObject ?? []).ToDictionary(
            given => given.Key, given => given.Value is JsonArray list ? string.Join(',', list.Select(TemplateEvaluator.AsText)) : TemplateEvaluator.AsText(given.Value), StringComparer.Ordinal);
        var (import, outputs) = await TemplateImport.CreateStackAsync(store, text, parameters, this).ConfigureAwait(false);
        _depth--;
        var attributes = outputs.ToDictionary(output => "Outputs." + output.Key, output => output.Value, StringComparer.Ordinal);
        attributes["Ref"] = logicalId;
        return (import, attributes);
    }
}
