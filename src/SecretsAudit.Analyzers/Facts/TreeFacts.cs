using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>What one file's characters alone say; computed once for a tree and kept as long as the tree.</summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    private HashSet<int>? _credentialMethods;

    private TreeFacts(SourceAnchor[] anchors, int nesting)
    {
        Anchors = anchors;
        DeepestNesting = nesting;
    }

    /// <summary>The places worth a look, in the order of the text.</summary>
    public IReadOnlyList<SourceAnchor> Anchors { get; }

    /// <summary>How deep brackets nest.</summary>
    public int DeepestNesting { get; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var facts))
            return facts;

        var anchors = new List<SourceAnchor>();
        var lexer = new SourceLexer(tree.GetText(cancellationToken).ToString().AsSpan(), anchors);
        lexer.Read();
        facts = new([.. anchors], lexer.DeepestNesting);
        return Known.GetValue(tree, _ => facts);
    }

    /// <summary>The hashes of the names of methods, constructors and records that declare a parameter with a credential's name.</summary>
    public HashSet<int> CredentialMethods(SyntaxNode root)
    {
        if (_credentialMethods is { } known)
            return known;

        var methods = new HashSet<int>();
        foreach (var anchor in Anchors)
        {
            if (anchor.Kind is AnchorKind.NamedDeclaration && root.FindToken(anchor.Position).Parent is ParameterSyntax parameter
                && parameter.Parent?.Parent is { } owner)
            {
                AddName(owner, methods);
            }
        }

        return _credentialMethods = methods;
    }

    private static void AddName(SyntaxNode owner, HashSet<int> methods)
    {
        var name = owner switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            TypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax @delegate => @delegate.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return;

        methods.Add(NameHash.Of(name));

        // An attribute is applied without its suffix.
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
            methods.Add(NameHash.Of(name.Substring(0, name.Length - "Attribute".Length)));
    }
}
