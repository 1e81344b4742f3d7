using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>
/// What a text tells without being bound is what binding it tells: the two are held against each other over every source that a test gives the analyzers.
/// </summary>
internal static class UnboundAnswers
{
    private static readonly Lazy<HashSet<string>> Takers = new(static () =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddTakers(CSharpCompilation.Create("references", [], Net100.References.All).GlobalNamespace, names);
        return names;
    });

    public static void AreThoseOfBinding(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
            NamesAreThoseOfBinding(compilation.GetSemanticModel(tree), tree);

        var bound = ProgramFacts.Of(compilation);
        foreach (var (file, findings) in Inspect(compilation))
            Assert.Equal(Findings(SourceInspection.Inspect(file.Tree, bound, InspectionSettings.Standard, default)), Findings(findings));
    }

    /// <summary>What is found in the files of a compilation when they are read as a scan reads them, and bound only where something asks.</summary>
    public static IEnumerable<(ProgramFile File, IReadOnlyList<SourceFinding> Findings)> Inspect(CSharpCompilation compilation)
    {
        var files = compilation.SyntaxTrees.Select(static tree => new ProgramFile(tree.FilePath, tree.ToString(), () => tree)).ToList();
        var program = ProgramFacts.Of(files, compilation.RemoveAllSyntaxTrees, TestCode.References(compilation), Takers.Value);
        return files.Select(file => (file, SourceInspection.Inspect(file, program, InspectionSettings.Standard, default)));
    }

    private static void NamesAreThoseOfBinding(SemanticModel model, SyntaxTree tree)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (name.Parent is not (MemberAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax) && PlainNames.DeclarationOf(name, new(int.MaxValue)) is { } declared
                && model.GetSymbolInfo(name).Symbol is { } symbol and (ILocalSymbol or IFieldSymbol or IParameterSymbol or IPropertySymbol))
            {
                Assert.Equal(symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()), [declared]);
            }
        }
    }

    private static IEnumerable<string> Findings(IEnumerable<SourceFinding> findings) => findings.Select(static finding =>
        $"{finding.RuleId} {finding.Tree.FilePath}{finding.Span} {finding.Format} {finding.Confidence} {finding.Name}: {finding.Reason} {finding.IsKnownByUse} {string.Join(' ', finding.Uses.Select(static use => use.GetLineSpan()))}");

    private static void AddTakers(INamespaceOrTypeSymbol scope, HashSet<string> names)
    {
        foreach (var member in scope.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
                AddTakers(inner, names);
            else if (member is IMethodSymbol method && method.Parameters.Any(static parameter => CredentialNames.Is(parameter.Name)))
                names.Add(method.MethodKind is MethodKind.Constructor ? method.ContainingType.Name : method.Name);
        }
    }
}
