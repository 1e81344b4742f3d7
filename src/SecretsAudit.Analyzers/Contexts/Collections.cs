using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>Values in collection and dictionary initialisers.</summary>
internal static class Collections
{
    /// <summary>The use that an initialiser itself tells; null when it is the use of the whole collection.</summary>
    public static ValueUse? UseIn(InitializerExpressionSyntax initializer, ExpressionSyntax value)
    {
        // { "Password", "x" }
        if (initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression))
        {
            var position = initializer.Expressions.PositionOf(value);
            return position > 0 ? ValueUse.Named(SyntaxNames.KeyText(initializer.Expressions[0]) ?? SyntaxNames.OfValue(initializer.Expressions[0])) : ValueUse.None;
        }

        return initializer.IsKind(SyntaxKind.ObjectInitializerExpression) ? ValueUse.None : null;
    }

    /// <summary>The collection that an initialiser fills.</summary>
    public static SyntaxNode Holder(InitializerExpressionSyntax initializer) =>
        initializer.Parent is ExpressionSyntax and not AssignmentExpressionSyntax and not InitializerExpressionSyntax ? initializer.Parent : initializer;
}
