using System.Runtime.CompilerServices;
using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// Secrets, keys, parameters and policies as a CloudFormation template or a Terraform plan states them, before they exist. What exists only after
/// deployment, such as dates and use, is not judged; what depends on anything that is not in the file is unknown.
/// </summary>
public sealed class TemplateSource : IInventorySource
{
    // A template says neither account nor region; twelve zeros are no account of AWS.
    private static readonly Scope Undeployed = new("000000000000", "undeployed");

    private readonly string _path;
    private readonly string _name;
    private readonly TemplateMap _template;
    private readonly Scope _scope;
    private readonly TimeProvider _time;

    private TemplateSource(string path, string name, TemplateMap template, Scope scope, TimeProvider time)
    {
        _path = path;
        _name = name;
        _template = template;
        _scope = scope;
        _time = time;
    }

    /// <inheritdoc/>
    public string Description => IsPlan ? $"Terraform plan {Path.GetFileName(_path)}" : $"CloudFormation template {Path.GetFileName(_path)}";

    private bool IsPlan => _template["planned_values"] is not null;

    /// <summary>Opens a template: CloudFormation in YAML or JSON, or a plan as <c>terraform show -json</c> writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file's path as findings name it, from the repository's root, with forward slashes.</param>
    /// <param name="time">Stamps each fact.</param>
    /// <param name="scope">The account and region it will be deployed to; null when that is open.</param>
    /// <exception cref="InventorySourceException">The file cannot be read, or is neither.</exception>
    public static TemplateSource Open(string path, string name, TimeProvider time, Scope? scope = null)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > TemplateReader.LongestFile })
                throw new InventorySourceException($"{name} is larger than the {TemplateReader.LongestFile / (1024 * 1024)} MB that are read of a template.");

            var template = TemplateReader.Read(name, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
            return template["Resources"] is TemplateMap || template["planned_values"] is TemplateMap
                ? new(path, name, template, scope ?? Undeployed, time)
                : throw new InventorySourceException($"{name} is neither a CloudFormation template (it has no Resources) nor a Terraform plan (write one with terraform show -json).");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new InventorySourceException($"The template {name} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Whether a file looks like a template rather than an exported inventory: by its name alone, nothing is read.</summary>
    public static bool IsTemplate(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" or ".json" or ".template";

    /// <inheritdoc/>
    public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var facts = new TemplateFacts(IsPlan ? "terraform plan" : "cloudformation template", _time.GetUtcNow());
        var items = IsPlan ? new TerraformPlan(_template, _name, _scope, facts).Items() : new CloudFormationTemplate(_template, _name, _scope, facts).Items();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
        yield return new InventoryItem.ScopeRead(_scope);
    }
}
