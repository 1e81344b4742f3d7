using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.CodeScan.CSharp;

namespace SecretsAudit.CodeScan.Tests.CSharp;

/// <summary>What is known of the framework's assemblies without reading them, compared with what is in them.</summary>
public sealed class PlatformCallsTests
{
    private static readonly List<INamedTypeSymbol> Types = [.. Declared(CSharpInspection.Framework.GlobalNamespace)];

    [Fact]
    public void Everything_in_the_framework_that_takes_a_credential_by_name_is_listed()
    {
        var taking = Types.SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.DelegateInvoke && IsSeen(method) && method.Parameters.Any(parameter => CredentialNames.Is(parameter.Name)))
            .Select(method => method.MethodKind is MethodKind.Ordinary ? method.Name : method.ContainingType.Name);

        var listed = PlatformCalls.TakingCredentials;
        Assert.Empty(taking.Distinct().Except(listed, StringComparer.Ordinal));
        Assert.Empty(listed.Except(taking, StringComparer.Ordinal));
    }

    [Fact]
    public void Of_the_known_types_that_the_framework_has_only_NetworkCredential_is_known_without_being_bound()
    {
        var unbound = Types.Where(type => SinkTable.Has(type.Name) && SinkTable.IsWhole(type.Name)).ToList();

        var constructors = Assert.Single(unbound).InstanceConstructors.Where(constructor => constructor.Parameters.Length > 1).ToList();
        Assert.Equal("NetworkCredential", unbound[0].Name);
        Assert.All(constructors, constructor => Assert.Equal("password", constructor.Parameters[1].Name));
        Assert.All(constructors.SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Ordinal != 1), parameter => Assert.False(CredentialNames.Is(parameter.Name)));
    }

    private static IEnumerable<INamedTypeSymbol> Declared(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type && IsSeen(type))
                yield return type;
            foreach (var inner in member is INamespaceSymbol || IsSeen(member) ? Declared(member) : [])
                yield return inner;
        }
    }

    private static bool IsSeen(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
