using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>A compiled assembly of rules in a load context of its own, which is unloaded with it.</summary>
internal sealed class CompiledRules : IDisposable
{
    /// <summary>The resource that holds the pack's metadata.</summary>
    internal const string MetadataResource = "pack.json";

    private readonly RuleLoadContext _context;
    private readonly Assembly _assembly;

    public CompiledRules(byte[] assembly)
    {
        _context = new RuleLoadContext();
        using var stream = new MemoryStream(assembly, writable: false);
        _assembly = _context.LoadFromStream(stream);
    }

    /// <summary>What the rules say of themselves, and the frameworks beside them.</summary>
    public PackMetadata ReadMetadata()
    {
        using var stream = _assembly.GetManifestResourceStream(MetadataResource) ?? throw new InvalidDataException("A compiled pack of rules lacks their metadata.");
        return JsonSerializer.Deserialize(stream, PackMetadataJson.Default.PackMetadata) ?? throw new InvalidDataException("A compiled pack of rules has empty metadata.");
    }

    /// <summary>Creates a rule with its parameters bound.</summary>
    public ResourceRule<TFacts> Create<TFacts>(Rule rule, RuleArguments arguments)
        where TFacts : class
    {
        var type = _assembly.GetType("SecretsAudit.CompiledRules." + rule.Descriptor.Id, throwOnError: true)!;
        return (ResourceRule<TFacts>)Activator.CreateInstance(type, arguments)!;
    }

    public void Dispose() => _context.Unload();

    // The rules must meet the very types that this library uses, wherever it was loaded from.
    private sealed class RuleLoadContext() : AssemblyLoadContext("rules", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            new[] { typeof(Truth).Assembly, typeof(SecretFacts).Assembly }.FirstOrDefault(loaded => loaded.GetName().Name == assemblyName.Name);
    }
}
