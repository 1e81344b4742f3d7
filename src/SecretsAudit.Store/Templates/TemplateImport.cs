using System.Text.Json.Nodes;
using SecretsAudit.Store.Connections;

namespace SecretsAudit.Store.Templates;

/// <summary>Creates what a CloudFormation template says about secrets, keys and parameters.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_SecretsManager.html"/>
public sealed class TemplateImport
{
    private readonly StoreConnection _store;
    private readonly SecretResolver _resolver;
    private readonly JsonObject _resources;
    private readonly TemplateEvaluator _evaluator;
    private readonly ResourceCreation _creation;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _done = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _created = [];
    private readonly List<string> _skipped = [];
    private readonly HashSet<string> _inProgress = new(StringComparer.Ordinal);
    private readonly NestedStacks _nested;

    private TemplateImport(StoreConnection store, JsonObject template, IReadOnlyDictionary<string, string> parameters, NestedStacks nested)
    {
        _resources = template["Resources"] as JsonObject ?? throw new TemplateException("The template has no Resources.");
        _store = store;
        _resolver = new(store);
        _nested = nested;
        _evaluator = new(template, parameters, store.Account, store.Region, AttributeAsync) { Stored = name => _resolver.ValueFromAsync(name), Exports = nested.Exports };
        _creation = new(store);
    }

    /// <summary>Imports a template as one caller into one region; each resource is created after those that it refers to.</summary>
    /// <param name="store">Where to; its caller's rights count.</param>
    /// <param name="template">The template's text, JSON or YAML.</param>
    /// <param name="parameters">Values for the template's parameters; the others take their defaults.</param>
    /// <param name="neighbours">Other stacks' exports, and the templates of nested ones; null for none.</param>
    /// <param name="cancellationToken">Stops between two resources.</param>
    /// <exception cref="TemplateException">The template cannot be used; what was created before stays.</exception>
    public static async Task<TemplateImportResult> RunAsync(
        StoreConnection store, string template, IReadOnlyDictionary<string, string> parameters, TemplateNeighbours? neighbours = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(parameters);
        var (import, _) = await CreateStackAsync(store, template, parameters, new(neighbours ?? new(), store, cancellationToken)).ConfigureAwait(false);
        return new(import._created, import._skipped);
    }

    /// <summary>Imports one template, and evaluates its outputs for the stack around it.</summary>
    internal static async Task<(TemplateImport Import, IReadOnlyDictionary<string, string> Outputs)> CreateStackAsync(
        StoreConnection store, string text, IReadOnlyDictionary<string, string> parameters, NestedStacks nested)
    {
        var template = TemplateReader.Read(text);
        if (TemplateTransforms.WantLoops(template))
        {
            // A loop's collection may be a parameter or a mapping, and never a resource.
            var evaluator = new TemplateEvaluator(template, parameters, store.Account, store.Region, (name, _) => throw new TemplateException($"A loop cannot depend on {name}."));
            template = (JsonObject)(await new LanguageExtensions(evaluator).ExpandAsync(template).ConfigureAwait(false))!;
        }

        var import = new TemplateImport(store, template, parameters, nested);
        foreach (var (name, _) in import._resources)
        {
            nested.CancellationToken.ThrowIfCancellationRequested();
            await import.CreateAsync(name).ConfigureAwait(false);
        }

        return (import, await StackOutputs.EvaluateAsync(template, import._evaluator, nested.Exports).ConfigureAwait(false));
    }

    /// <summary>The resources that were created and left out, in order, as the stack around this one names them.</summary>
    internal (IEnumerable<KeyValuePair<string, string>> Created, IEnumerable<string> Skipped) Under(string stack) =>
        (_created.Select(made => KeyValuePair.Create($"{stack}/{made.Key}", made.Value)), _skipped.Select(name => $"{stack}/{name}"));

    private async Task<string> AttributeAsync(string name, string? attribute)
    {
        var attributes = await CreateAsync(name).ConfigureAwait(false);
        return attributes.GetValueOrDefault(attribute ?? "Ref")
            ?? throw new TemplateException($"{name}{(attribute is null ? "" : "." + attribute)} has no value here.");
    }

    private async Task<IReadOnlyDictionary<string, string>> CreateAsync(string name)
    {
        if (_done.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_resources[name] is not JsonObject resource)
        {
            throw new TemplateException($"There is no resource or parameter {name}.");
        }

        if (!_inProgress.Add(name))
        {
            throw new TemplateException($"{name} refers to itself.");
        }

        IReadOnlyDictionary<string, string> attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (resource["Condition"] is not { } condition || await _evaluator.ConditionAsync(TemplateEvaluator.AsText(condition)).ConfigureAwait(false))
        {
            var type = TemplateEvaluator.AsText(resource["Type"]);
            foreach (var before in resource["DependsOn"] is JsonArray several ? several.Select(TemplateEvaluator.AsText) : resource["DependsOn"] is { } one ? [TemplateEvaluator.AsText(one)] : [])
            {
                await CreateAsync(before).ConfigureAwait(false);
            }

            if (ResourceCreation.Knows(type, resource["Properties"] as JsonObject))
            {
                // An attribute of a kind that is skipped has no value unless it follows from its name: only then does an import fail.
                var evaluated = await _evaluator.EvaluateAsync(resource["Properties"] ?? new JsonObject()).ConfigureAwait(false);
                var properties = await ResolvedAsync(evaluated).ConfigureAwait(false) as JsonObject ?? [];
                attributes = await _creation.CreateAsync(name, type, properties).ConfigureAwait(false);
                _created.Add(new(name, attributes["Ref"]));
            }
            else if (type == NestedStacks.Type && _nested.AreRead)
            {
                var stack = await _evaluator.EvaluateAsync(resource["Properties"] ?? new JsonObject()).ConfigureAwait(false);
                var (child, outputs) = await _nested.CreateAsync(name, await ResolvedAsync(stack).ConfigureAwait(false) as JsonObject ?? []).ConfigureAwait(false);
                var (created, skipped) = child.Under(name);
                _created.AddRange(created);
                _skipped.AddRange(skipped);
                attributes = outputs;
            }
            else
            {
                _skipped.Add(name);
                var foreign = resource["Properties"] as JsonObject;
                attributes = await ForeignResource.AttributesAsync(name, type, foreign, _evaluator, _store.Account, _store.Region).ConfigureAwait(false);
                if (await AttachedDatabase.ConnectionAsync(type, foreign, _evaluator).ConfigureAwait(false) is { } connection)
                {
                    _creation.Databases[attributes["Ref"]] = connection;
                }
            }
        }

        _inProgress.Remove(name);
        return _done[name] = attributes;
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    private async Task<JsonNode?> ResolvedAsync(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    members[name] = (await ResolvedAsync(value).ConfigureAwait(false))?.DeepClone();
                }

                return members;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    items[i] = (await ResolvedAsync(items[i]).ConfigureAwait(false))?.DeepClone();
                }

                return items;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains("{{resolve:", StringComparison.Ordinal):
                return await _resolver.ResolveTextAsync(text).ConfigureAwait(false);
            default:
                return node;
        }
    }
}
