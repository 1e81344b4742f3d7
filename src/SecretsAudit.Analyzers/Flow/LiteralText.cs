using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>The text that an expression always has: literals, what they are joined from, and what only passes them on.</summary>
internal static class LiteralText
{
    private const int LongestText = 1 << 16;
    private const int Deepest = 24;

    // One in four.
    private const int MostComputed = 4;

    /// <summary>
    /// Reads an expression. Bytes come out as one character each, for a list of numbers has no other text.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="program">Looks up constants; null reads literals alone.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the binding.</param>
    /// <returns>False when a part is not known before the program runs.</returns>
    public static bool TryRead(ExpressionSyntax expression, ProgramFacts? program, out string text, CancellationToken cancellationToken)
    {
        var builder = new StringBuilder();
        var isKnown = new Reader(builder, program, cancellationToken).Read(expression, 0) && builder.Length <= LongestText;
        text = isKnown ? builder.ToString() : "";
        return isKnown;
    }

    /// <summary>Whether an expression is a text by its form: a literal, an interpolated one, or a sum that has one in it.</summary>
    public static bool IsText(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression))
        {
            if (sum.Right is InterpolatedStringExpressionSyntax || sum.Right.IsKind(SyntaxKind.StringLiteralExpression))
                return true;
            expression = sum.Left;
        }

        return expression is InterpolatedStringExpressionSyntax || expression.IsKind(SyntaxKind.StringLiteralExpression);
    }

    /// <summary>The first literal in an expression that is not empty: where a finding is reported.</summary>
    public static SyntaxNode Place(ExpressionSyntax expression)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (node is LiteralExpressionSyntax { Token.ValueText.Length: > 0 } literal && !literal.IsKind(SyntaxKind.NumericLiteralExpression))
                return literal;
        }

        return expression;
    }

    /// <summary>Takes off what does not change a value.</summary>
    public static ExpressionSyntax Strip(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case CastExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case CheckedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax inner when inner.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = inner.Operand;
                    break;
                case BinaryExpressionSyntax inner when inner.IsKind(SyntaxKind.AsExpression):
                    expression = inner.Left;
                    break;
                case AwaitExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case RefExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    private readonly struct Reader(StringBuilder text, ProgramFacts? program, CancellationToken cancellationToken)
    {
        public bool Read(ExpressionSyntax expression, int depth)
        {
            if (depth > Deepest || text.Length > LongestText)
                return false;

            expression = Strip(expression);
            return expression switch
            {
                LiteralExpressionSyntax literal => ReadLiteral(literal),
                BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => ReadSum(sum, depth),
                InterpolatedStringExpressionSyntax interpolated => ReadInterpolated(interpolated, depth),
                ArrayCreationExpressionSyntax { Initializer: { } elements } => ReadElements(elements, depth),
                ImplicitArrayCreationExpressionSyntax { Initializer: { } elements } => ReadElements(elements, depth),
                StackAllocArrayCreationExpressionSyntax { Initializer: { } elements } => ReadElements(elements, depth),
                ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } elements } => ReadElements(elements, depth),
                InitializerExpressionSyntax elements => ReadElements(elements, depth),
                CollectionExpressionSyntax collection => ReadCollection(collection, depth),
                InvocationExpressionSyntax call => ReadCall(call, depth),
                ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation
                    when CallNames.PassesArgument(SyntaxNames.OfType(creation.Type)) => Read(arguments[0].Expression, depth + 1),
                IdentifierNameSyntax or MemberAccessExpressionSyntax => ReadConstant(expression),
                _ => false,
            };
        }

        private bool ReadLiteral(LiteralExpressionSyntax literal)
        {
            switch (literal.Token.Value)
            {
                // The keyword "default" has its own letters for a value.
                case string value when !literal.IsKind(SyntaxKind.DefaultLiteralExpression):
                    text.Append(value);
                    return true;
                case char value:
                    text.Append(value);
                    return true;
                case int value:
                    text.Append(value);
                    return true;
                default:
                    return false;
            }
        }

        // The left side of a long sum nests as deep as the sum is long.
        private bool ReadSum(BinaryExpressionSyntax sum, int depth)
        {
            var parts = new Stack<ExpressionSyntax>();
            ExpressionSyntax left = sum;
            while (Strip(left) is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression))
            {
                parts.Push(inner.Right);
                left = inner.Left;
            }

            if (!Read(left, depth + 1))
                return false;
            while (parts.Count > 0)
            {
                if (!Read(parts.Pop(), depth + 1))
                    return false;
            }

            return true;
        }

        private bool ReadInterpolated(InterpolatedStringExpressionSyntax interpolated, int depth)
        {
            foreach (var content in interpolated.Contents)
            {
                if (content is InterpolatedStringTextSyntax piece)
                    text.Append(piece.TextToken.ValueText);
                else if (content is not InterpolationSyntax { FormatClause: null } hole || !Read(hole.Expression, depth + 1))
                    return false;
            }

            return true;
        }

        private bool ReadElements(InitializerExpressionSyntax elements, int depth) => ReadElements(elements.Expressions, elements.Expressions.Count, depth);

        private bool ReadCollection(CollectionExpressionSyntax collection, int depth) =>
            collection.Elements.All(static element => element is ExpressionElementSyntax)
            && ReadElements(collection.Elements.Select(static element => ((ExpressionElementSyntax)element).Expression), collection.Elements.Count, depth);

        // Bytes of which a few are computed are still written out; one that is computed reads as 0.
        private bool ReadElements(IEnumerable<ExpressionSyntax> elements, int count, int depth)
        {
            var computed = 0;
            foreach (var element in elements)
            {
                if (ReadElement(element, depth))
                    continue;
                if (Strip(element) is not IdentifierNameSyntax || ++computed * MostComputed > count)
                    return false;
                text.Append('\0');
            }

            return count > 0;
        }

        private bool ReadElement(ExpressionSyntax element, int depth)
        {
            // A list of texts is many values, not one.
            if (Strip(element) is not LiteralExpressionSyntax { Token.Value: var value } || depth > Deepest)
                return false;
            if (value is char unit)
                text.Append(unit);
            else if (value is int and >= 0 and <= 255 and var number)
                text.Append((char)number);
            else
                return false;
            return true;
        }

        private bool ReadCall(InvocationExpressionSyntax call, int depth)
        {
            var name = SyntaxNames.OfCall(call);
            var arguments = call.ArgumentList.Arguments;
            if (arguments.Count > 0 && CallNames.PassesArgument(name))
                return name is "Concat" or "Join" or "Format" ? ReadJoined(name, arguments, depth) : Read(arguments[0].Expression, depth + 1);

            return call.Expression is MemberAccessExpressionSyntax receiver
                && CallNames.PassesReceiver(name)
                && Read(receiver.Expression, depth + 1);
        }

        private bool ReadJoined(string name, SeparatedSyntaxList<ArgumentSyntax> arguments, int depth)
        {
            var start = text.Length;
            for (var index = name is "Concat" ? 0 : 1; index < arguments.Count; index++)
            {
                if (!Read(arguments[index].Expression, depth + 1))
                    return false;
            }

            if (name is not "Format")
                return true;

            // What stands around the arguments matters less than the arguments.
            var values = text.ToString(start, text.Length - start);
            text.Length = start;
            if (!Read(arguments[0].Expression, depth + 1))
                return false;
            var format = text.ToString(start, text.Length - start);
            text.Length = start;
            text.Append(arguments.Count == 2 ? format.Replace("{0}", values) : values);
            return true;
        }

        private bool ReadConstant(ExpressionSyntax expression)
        {
            if (program?.Model(expression) is not { } model)
                return false;
            var constant = model.GetConstantValue(expression, cancellationToken);
            switch (constant.HasValue ? constant.Value : null)
            {
                case string value:
                    text.Append(value);
                    return true;
                case char value:
                    text.Append(value);
                    return true;
                default:
                    return false;
            }
        }
    }
}
