using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>The few assemblies a rule is compiled against, taken from memory: a single-file program has no DLLs on disk.</summary>
internal static class RuleReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(() =>
    [
        .. new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), typeof(Truth).Assembly, typeof(SecretFacts).Assembly }.Select(Reference),
    ]);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    private static unsafe PortableExecutableReference Reference(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
            throw new InvalidOperationException($"The metadata of {assembly.GetName().Name} cannot be read.");

        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)blob, length)).GetReference(display: assembly.GetName().Name);
    }
}
