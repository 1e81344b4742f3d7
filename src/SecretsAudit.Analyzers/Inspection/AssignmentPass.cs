using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Credentials' names, and properties that take a key, that something other than a literal is assigned to.</summary>
internal static class AssignmentPass
{
    private static readonly Sink KeyProperty = new("Key", 0, [], SinkKind.Key);

    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.NamedFlow)
                Look(view, anchor);
        }
    }

    private static void Look(SourceView view, SourceAnchor anchor)
    {
        var token = view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || ValueFor(token) is not { } value)
            return;

        var name = token.ValueText;
        var stripped = LiteralText.Strip(value);
        if (stripped is IdentifierNameSyntax or MemberAccessExpressionSyntax && view.Judge.IsCredentialName(SyntaxNames.OfValue(stripped)) && name is not "Key")
            return;

        if (ForeignValues.Give(value, view.Program, view.CancellationToken))
            return;

        var isKey = name is "Key" && IsKeyOfAlgorithm(view, token);
        if (!isKey && (!CredentialNames.Is(name) || IsOfAnother(token, stripped) || !view.MayHoldText(value)))
            return;

        view.AddOrigins(value, name, origin => isKey ? view.Judge.Passed(KeyProperty, origin.Text, origin.IsBytes) : view.Judge.Named(name, origin.Text, origin.IsBytes));
    }

    // A parser's token: what cannot hold a text, by how it is declared or made, is not bound.
    private static bool IsOfAnother(SyntaxToken name, ExpressionSyntax value) =>
        TextTypes.IsOfAnother(value)
        || (value is ObjectCreationExpressionSyntax { Type: var made } && !TextTypes.MayBeWritten(made) && !FlowTracer.PassesOn(SyntaxNames.OfType(made)))
        || name.Parent switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } } => !TextTypes.MayBeWritten(declared),
            PropertyDeclarationSyntax { Type: var declared } => !TextTypes.MayBeWritten(declared),
            IdentifierNameSyntax { Parent: AssignmentExpressionSyntax } assigned => TextTypes.IsOfAnother(assigned),
            _ => false,
        };

    private static ExpressionSyntax? ValueFor(SyntaxToken token) => token.Parent switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        IdentifierNameSyntax { Parent: NameColonSyntax { Parent: ArgumentSyntax argument } } => argument.Expression,
        IdentifierNameSyntax { Parent: NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax member } } => member.Expression,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax assignment } name when assignment.Left == name => assignment.Right,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } member }
            when assignment.Left == member => assignment.Right,
        _ => null,
    };

    // Many things have keys; only an algorithm's encrypts.
    private static bool IsKeyOfAlgorithm(SourceView view, SyntaxToken name)
    {
        if (!view.Facts.MentionsCryptography && !view.Program.UsesCryptographyEverywhere(view.CancellationToken))
            return false;

        var target = name.Parent?.Parent is MemberAccessExpressionSyntax member && member.Name == name.Parent ? member : name.Parent;
        if (target is null)
            return false;

        var symbol = view.Model(target)?.GetSymbolInfo(target, view.CancellationToken).Symbol;
        for (var type = symbol?.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name is "SymmetricAlgorithm" or "KeyedHashAlgorithm" or "HMAC")
                return true;
        }

        return false;
    }
}
