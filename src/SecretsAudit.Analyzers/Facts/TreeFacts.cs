using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>What one file's characters alone say; computed once for a tree and kept as long as the tree.</summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    // A switch over a password, a method that returns one: the name comes first, and some lines later the literal.
    private const int NameBefore = 1500;

    // "text" == password
    private const int NameBehind = 300;

    // What a file of a thousand lines needs a few times over; lists that grew further, for a file that was written by a program, are not kept.
    private const int MostKept = 1 << 15;

    // Growing them file by file took as long as a third of the reading.
    [ThreadStatic]
    private static List<SourceAnchor>? _foundAnchors;

    [ThreadStatic]
    private static List<int>? _foundNames;

    private IReadOnlyList<(int Method, CredentialParameter Parameter)>? _credentialMethods;

    private readonly int[] _names;

    private TreeFacts(SourceAnchor[] anchors, int[] names, in SourceLexer read, string text)
    {
        _names = names;
        MentionsCryptography = text.IndexOf("Cryptography", StringComparison.Ordinal) >= 0;
        UsesCryptographyEverywhere = MentionsCryptography && text.IndexOf("global using System.Security.Cryptography", StringComparison.Ordinal) >= 0;
        Anchors = anchors;
        DeepestNesting = read.DeepestNesting;
        LambdaEffort = read.LambdaEffort;
        Faults = read.Faults;
        LongTokens = read.LongTokens;
    }

    /// <summary>The places worth a look, in the order of the text.</summary>
    public SourceAnchor[] Anchors { get; }

    /// <summary>How deep brackets nest.</summary>
    public int DeepestNesting { get; }

    /// <summary>What binding the calls that are given a lambda may take.</summary>
    public long LambdaEffort { get; }

    /// <summary>How often the characters cannot be C#.</summary>
    public int Faults { get; }

    /// <summary>How many characters its long names, numbers and texts have together.</summary>
    public int LongTokens { get; }

    /// <summary>Whether the namespace of the framework's algorithms is named, as it has to be where one is made.</summary>
    public bool MentionsCryptography { get; }

    /// <summary>Whether it is named for the files of the whole program.</summary>
    public bool UsesCryptographyEverywhere { get; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var facts))
            return facts;

        return Known.GetValue(tree, tree => Read(tree.GetText(cancellationToken).ToString()));
    }

    /// <summary>What a text says before anyone parses it.</summary>
    public static TreeFacts Read(string text)
    {
        var anchors = _foundAnchors ?? [];
        var names = _foundNames ?? [];
        (_foundAnchors, _foundNames) = (null, null);
        var lexer = new SourceLexer(text.AsSpan(), anchors, names);
        lexer.Read();
        var facts = new TreeFacts([.. anchors], [.. names], lexer, text);
        anchors.Clear();
        names.Clear();
        _foundAnchors = anchors.Capacity <= MostKept ? anchors : null;
        _foundNames = names.Capacity <= MostKept ? names : null;
        return facts;
    }

    /// <summary>Whether a credential's name stands close to a place: a literal far from any is not the value of one.</summary>
    public bool HasNameNear(int position)
    {
        var index = Array.BinarySearch(_names, position);
        if (index >= 0)
            return true;

        index = ~index;
        return (index > 0 && position - _names[index - 1] <= NameBefore) || (index < _names.Length && _names[index] - position <= NameBehind);
    }

    /// <summary>The parameters with a credential's name, each with the hash of the name of its method, constructor or record.</summary>
    public IReadOnlyList<(int Method, CredentialParameter Parameter)> CredentialMethods(Func<SyntaxTree> tree, CancellationToken cancellationToken)
    {
        if (_credentialMethods is { } known)
            return known;

        var methods = new List<(int, CredentialParameter)>();
        TokenFinder? tokens = null;
        foreach (var anchor in Anchors)
        {
            if (anchor.Kind is AnchorKind.NamedDeclaration && (tokens ??= new(tree().GetRoot(cancellationToken))).At(anchor.Position).Parent is ParameterSyntax parameter
                && TextTypes.MayBeWritten(parameter.Type) && !parameter.Modifiers.Any(SyntaxKind.OutKeyword)
                && parameter.Parent?.Parent is { } owner && NameOf(owner) is { } name)
            {
                var taken = CredentialParameter.Of(parameter);
                methods.Add((NameHash.Of(name), taken));
                // A delegate is called by any name.
                if (owner is DelegateDeclarationSyntax)
                    methods.Add((ProgramFacts.AnyDelegate, taken));
                // An attribute is applied without its suffix.
                if (name.EndsWith("Attribute", StringComparison.Ordinal))
                    methods.Add((NameHash.Of(name.Substring(0, name.Length - "Attribute".Length)), taken));
            }
        }

        return _credentialMethods = methods;
    }

    private static string? NameOf(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax @delegate => @delegate.Identifier.ValueText,
        _ => null,
    };
}
