using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Compilation;

/// <summary>The first gate: an expression must parse whole by itself, and consist of listed kinds of syntax only.</summary>
internal static class ExpressionSyntaxGate
{
    internal const int LongestExpression = 1000;
    internal const int LongestLiteral = 200;
    internal const int DeepestNesting = 40;

    private static readonly HashSet<SyntaxKind> Allowed =
    [
        SyntaxKind.ParenthesizedExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.LogicalNotExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression,
        SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.UnaryMinusExpression,
        SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.IdentifierName,
        SyntaxKind.InvocationExpression, SyntaxKind.ElementAccessExpression, SyntaxKind.ArgumentList, SyntaxKind.BracketedArgumentList, SyntaxKind.Argument,
        SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression, SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression,
    ];

    /// <summary>Reports what is not allowed.</summary>
    /// <returns>True when the expression may be compiled.</returns>
    public static bool Admits(Rule rule, RuleExpression expression, ErrorList errors)
    {
        var text = expression.Text;
        if (text.Length > LongestExpression)
            return Refuse(0, $"The expression has {text.Length} characters; at most {LongestExpression} are allowed.");

        if (text.AsSpan().IndexOfAnyExceptInRange('\n', '~') is >= 0 and var strange && !InsideString(text, strange))
            return Refuse(strange, "Outside of texts, an expression is written in plain ASCII.");

        var parsed = SyntaxFactory.ParseExpression(text, consumeFullText: true);
        if (parsed.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } broken)
            return Refuse(broken.Location.SourceSpan.Start, $"This is not one whole expression: {broken.GetMessage(CultureInfo.InvariantCulture)}.");

        // A directive at the end belongs to no token of the expression, and would come alive in the file that the expression is put into.
        if (parsed.FullSpan.Length != text.Length)
            return Refuse(parsed.FullSpan.Length, "Something stands behind the expression that is no part of it.");

        foreach (var trivia in parsed.DescendantTrivia(descendIntoTrivia: true))
        {
            if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return Refuse(trivia.SpanStart, "Comments and directives are not allowed inside an expression.", "Write a YAML comment, behind #.");
        }

        return AdmitsNode(parsed, 0);

        bool AdmitsNode(SyntaxNode node, int depth)
        {
            if (depth > DeepestNesting)
                return Refuse(node.SpanStart, $"The expression is nested more than {DeepestNesting} deep.");

            if (!Allowed.Contains(node.Kind()))
                return Refuse(node.SpanStart, $"'{Shown(node)}' is not allowed in a rule.", Advice(node));

            if (node is ArgumentSyntax argument && (argument.NameColon is not null || !argument.RefKindKeyword.IsKind(SyntaxKind.None)))
                return Refuse(node.SpanStart, "An argument is passed by its place and by value.");

            if (node is LiteralExpressionSyntax { Token: var token } && !AdmitsLiteral(token))
                return Refuse(node.SpanStart, $"A literal is a decimal number, or a text in double quotes of at most {LongestLiteral} characters.", Advice(node));

            foreach (var child in node.ChildNodes())
            {
                if (!AdmitsNode(child, depth + 1))
                    return false;
            }

            return true;
        }

        bool Refuse(int offset, string message, string? hint = null)
        {
            errors.Add(ScalarPositions.Of(expression.Scalar, expression.Offset + Math.Clamp(offset, 0, text.Length), rule.Body.FileText), message, hint);
            return false;
        }
    }

    private static bool AdmitsLiteral(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken => token.ValueText.Length <= LongestLiteral,
        SyntaxKind.NumericLiteralToken => token.Value is int or decimal,
        _ => token.Kind() is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword,
    };

    private static string? Advice(SyntaxNode node) => node switch
    {
        ConditionalExpressionSyntax => "A choice would treat an unknown as a no. Use && and ||.",
        LiteralExpressionSyntax { Token.Value: double } => "Write 3.5m.",
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) => "Use .IsAbsent().",
        InterpolatedStringExpressionSyntax => "Only 'message' has holes.",
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.BitwiseAndExpression) || binary.IsKind(SyntaxKind.BitwiseOrExpression) => "Use && and ||.",
        _ => null,
    };

    private static bool InsideString(string text, int index) => text.AsSpan(0, index).Count('"') % 2 == 1;

    private static string Shown(SyntaxNode node)
    {
        var text = node.ToString();
        return text.Length <= 40 ? text : text[..40] + "…";
    }
}
