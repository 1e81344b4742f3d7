using System.Reflection;
using System.Runtime.Loader;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>A compiled assembly of rules in a load context of its own, which is unloaded with it.</summary>
internal sealed class CompiledRules : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;

    public CompiledRules(byte[] assembly)
    {
        _context = new("rules", isCollectible: true);

        // The rules must meet the very types that this library uses, wherever it was loaded from.
        _context.Resolving += static (_, name) =>
            new[] { typeof(Truth).Assembly, typeof(SecretFacts).Assembly }.FirstOrDefault(loaded => loaded.GetName().Name == name.Name);
        using var stream = new MemoryStream(assembly, writable: false);
        _assembly = _context.LoadFromStream(stream);
    }

    /// <summary>Creates a rule with its parameters bound.</summary>
    public SecretRule Create(Rule rule, RuleArguments arguments)
    {
        var type = _assembly.GetType("SecretsAudit.CompiledRules." + rule.Descriptor.Id, throwOnError: true)!;
        return (SecretRule)Activator.CreateInstance(type, arguments)!;
    }

    public void Dispose() => _context.Unload();
}
