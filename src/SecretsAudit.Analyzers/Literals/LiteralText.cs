using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Literals;

/// <summary>The text that an expression of literals stands for.</summary>
internal static class LiteralText
{
    private const int MostParts = 200;

    /// <summary>What stands for a part that is known only at run time.</summary>
    public const string Hole = "{0}";

    /// <summary>The outermost expression of which a literal is a part: a concatenation or an interpolated string.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax literal)
    {
        ExpressionSyntax whole = literal;
        while (true)
        {
            switch (whole.Parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    whole = sum;
                    break;
                case ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum }:
                    whole = sum;
                    break;
                default:
                    return whole;
            }
        }
    }

    /// <summary>The text of an expression, with <see cref="Hole"/> for what is not constant; null when nothing of it is a literal.</summary>
    public static string? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is LiteralExpressionSyntax { Token.Value: string text })
            return text;
        var all = new StringBuilder();
        var parts = 0;
        return Append(expression, all, ref parts, model, cancellationToken) ? all.ToString() : null;
    }

    private static bool Append(ExpressionSyntax expression, StringBuilder all, ref int parts, SemanticModel model, CancellationToken cancellationToken)
    {
        if (++parts > MostParts)
            return false;
        switch (expression)
        {
            case LiteralExpressionSyntax { Token.Value: string text }:
                all.Append(text);
                return true;
            case LiteralExpressionSyntax { Token.ValueText: var other }:
                all.Append(other);
                return true;
            case ParenthesizedExpressionSyntax inner:
                return Append(inner.Expression, all, ref parts, model, cancellationToken);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                // Not a short circuit: both sides belong to the text.
                return Append(sum.Left, all, ref parts, model, cancellationToken) | Append(sum.Right, all, ref parts, model, cancellationToken);
            case InterpolatedStringExpressionSyntax interpolated:
                var found = false;
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax piece)
                    {
                        all.Append(piece.TextToken.ValueText);
                        found = true;
                    }
                    else if (content is InterpolationSyntax hole)
                    {
                        found |= Append(hole.Expression, all, ref parts, model, cancellationToken);
                    }
                }

                return found;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string constant }:
                all.Append(constant);
                return true;
            default:
                all.Append(Hole);
                return false;
        }
    }
}
