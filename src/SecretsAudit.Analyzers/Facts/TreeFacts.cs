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

    private Dictionary<int, ulong>? _credentialMethods;

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

    /// <summary>
    /// The hashes of the names of methods, constructors and records that declare a parameter with a credential's name, and at which positions of
    /// a call its argument may stand, one bit each.
    /// </summary>
    public Dictionary<int, ulong> CredentialMethods(SyntaxNode root)
    {
        if (_credentialMethods is { } known)
            return known;

        var methods = new Dictionary<int, ulong>();
        foreach (var anchor in Anchors)
        {
            if (anchor.Kind is AnchorKind.NamedDeclaration && root.FindToken(anchor.Position).Parent is ParameterSyntax parameter
                && parameter.Parent?.Parent is { } owner)
            {
                AddName(owner, PositionsOf(parameter), methods);
            }
        }

        return _credentialMethods = methods;
    }

    private static void AddName(SyntaxNode owner, ulong positions, Dictionary<int, ulong> methods)
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

        Add(name);

        // An attribute is applied without its suffix.
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
            Add(name.Substring(0, name.Length - "Attribute".Length));

        void Add(string known)
        {
            var hash = NameHash.Of(known);
            methods[hash] = methods.TryGetValue(hash, out var before) ? before | positions : positions;
        }
    }

    private static ulong PositionsOf(ParameterSyntax parameter)
    {
        if (parameter.Parent is not BaseParameterListSyntax list)
            return ulong.MaxValue;

        var position = list.Parameters.IndexOf(parameter);
        if (position > 63)
            return ulong.MaxValue;

        // Called as an extension, a method has one argument less.
        var bit = 1UL << position;
        return list.Parameters[0].Modifiers.Any(static modifier => modifier.ValueText is "this") ? bit | (bit >> 1) : bit;
    }
}
