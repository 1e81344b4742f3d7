using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>A literal in a file, and how another expression can take its place so that the file still compiles.</summary>
internal sealed class LiteralPlace
{
    private LiteralPlace(ExpressionSyntax literal) => Literal = literal;

    /// <summary>The literal: a text, an interpolated text, a sum of texts, or a list of characters or bytes.</summary>
    public ExpressionSyntax Literal { get; }

    /// <summary>Whether the language takes a constant there and nothing else.</summary>
    public bool NeedsConstant =>
        Literal.Ancestors().Any(static node => node is AttributeArgumentSyntax or CaseSwitchLabelSyntax or PatternSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax })
        || (ConstantDeclaration() is { } declaration && !CanLoseConst(declaration));

    /// <summary>Whether a text may stand there.</summary>
    public bool CanHoldText => Literal is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax || Literal.IsKind(SyntaxKind.StringLiteralExpression);

    public static LiteralPlace? Find(SyntaxNode root, TextSpan span)
    {
        var token = root.FindToken(span.Start);
        var node = token.Parent?.FirstAncestorOrSelf<ExpressionSyntax>(candidate =>
            candidate is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax
            && candidate.Span.Contains(span));
        return node switch
        {
            null => null,
            LiteralExpressionSyntax when span.Length > node.Span.Length => null,
            // A literal in a longer text is a part of the value: where the rest is written out too, the whole goes; else it has to be rethought by a person.
            _ when IsSum(node.Parent) => Sum(node) is { } whole ? new(whole) : null,
            _ => new(node),
        };
    }

    private static BinaryExpressionSyntax? Sum(ExpressionSyntax part)
    {
        while (IsSum(part.Parent))
            part = (ExpressionSyntax)part.Parent!;
        return part.DescendantNodes().All(static node => IsSum(node) || node.IsKind(SyntaxKind.StringLiteralExpression)) ? (BinaryExpressionSyntax)part : null;
    }

    private static bool IsSum(SyntaxNode? node) => node.IsKind(SyntaxKind.AddExpression);

    /// <summary>An expression that reads the value as text, made into what the literal was.</summary>
    /// <param name="read">Reads the text.</param>
    /// <param name="missing">What happens when there is none; null when it always is.</param>
    public ExpressionSyntax Adapt(string read, string? missing)
    {
        var text = missing is null ? read : $"{read} ?? {missing}";
        var expression = Literal switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) => $"new global::System.ReadOnlySpan<byte>(global::System.Text.Encoding.UTF8.GetBytes({text}))",
            LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax => $"({text})",
            _ when HoldsCharacters() => $"({text}).ToCharArray()",
            _ => $"global::System.Convert.FromBase64String({text})",
        };
        return SyntaxFactory.ParseExpression(expression);
    }

    public SyntaxNode Replace(SyntaxNode root, ExpressionSyntax value)
    {
        var written = value.WithTriviaFrom(Literal).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        if (value is LiteralExpressionSyntax || ConstantDeclaration() is not { } declaration)
            return root.ReplaceNode(Literal, written);

        return root.ReplaceNode(declaration, WithoutConst(declaration.ReplaceNode(Literal, written)));
    }

    private bool HoldsCharacters() => Literal.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.CharacterLiteralToken));

    private SyntaxNode? ConstantDeclaration() => Literal.Ancestors().FirstOrDefault(static node => node is FieldDeclarationSyntax or LocalDeclarationStatementSyntax) switch
    {
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => field,
        LocalDeclarationStatementSyntax local when local.IsConst => local,
        _ => null,
    };

    // A private constant that nothing else needs as a constant can become a read-only field.
    private static bool CanLoseConst(SyntaxNode declaration)
    {
        var isPrivate = declaration is not FieldDeclarationSyntax field
            || !field.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword));
        var variables = declaration is FieldDeclarationSyntax constants ? constants.Declaration : ((LocalDeclarationStatementSyntax)declaration).Declaration;
        if (!isPrivate || variables.Variables.Count != 1)
            return false;

        var name = variables.Variables[0].Identifier.ValueText;
        var scope = (SyntaxNode?)declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? declaration.SyntaxTree.GetRoot();
        return !scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name
            && use.Ancestors().Any(static node => node is AttributeArgumentSyntax or CaseSwitchLabelSyntax or PatternSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax }
                || (node is FieldDeclarationSyntax other && other.Modifiers.Any(SyntaxKind.ConstKeyword))
                || node is LocalDeclarationStatementSyntax { IsConst: true }));
    }

    private static SyntaxNode WithoutConst(SyntaxNode declaration)
    {
        if (declaration is LocalDeclarationStatementSyntax local)
        {
            var modifiers = local.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ConstKeyword));
            return local.WithModifiers(SyntaxFactory.TokenList(modifiers)).WithLeadingTrivia(local.GetLeadingTrivia());
        }

        var field = (FieldDeclarationSyntax)declaration;
        var constant = field.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        return field.WithModifiers(field.Modifiers.ReplaceRange(
            constant,
            [SyntaxFactory.Token(constant.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)), SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.ReadOnlyKeyword, constant.TrailingTrivia)]));
    }
}
