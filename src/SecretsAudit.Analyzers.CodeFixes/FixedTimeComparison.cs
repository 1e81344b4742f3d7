using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>A comparison for equality, as one whose time does not depend on what is compared.</summary>
internal static class FixedTimeComparison
{
    /// <summary>The expression; null for a comparison that means something else: order, or letters without their case.</summary>
    public static ExpressionSyntax? For(ExpressionSyntax comparison, SemanticModel model, CancellationToken cancellationToken)
    {
        var (left, right) = Sides(comparison, model, cancellationToken);
        if (left is null || right is null || Bytes(left, model, cancellationToken) is not { } first || Bytes(right, model, cancellationToken) is not { } second)
            return null;

        var negation = comparison.IsKind(SyntaxKind.NotEqualsExpression) ? "!" : "";
        return SyntaxFactory.ParseExpression($"{negation}global::System.Security.Cryptography.CryptographicOperations.FixedTimeEquals({first}, {second})");
    }

    private static (ExpressionSyntax? Left, ExpressionSyntax? Right) Sides(ExpressionSyntax comparison, SemanticModel model, CancellationToken cancellationToken)
    {
        if (comparison is BinaryExpressionSyntax binary && (binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression)))
            return (binary.Left, binary.Right);
        if (comparison is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "SequenceEqual" } member } call)
            return (null, null);

        var arguments = call.ArgumentList.Arguments;
        var isStatic = model.GetSymbolInfo(member.Expression, cancellationToken).Symbol is ITypeSymbol;
        var compared = isStatic ? 2 : 1;
        var isExact = arguments.Count == compared || (arguments.Count == compared + 1 && arguments[compared].Expression.ToString().EndsWith("StringComparison.Ordinal", System.StringComparison.Ordinal));
        return !isExact ? (null, null) : isStatic ? (arguments[0].Expression, arguments[1].Expression) : (member.Expression, arguments[0].Expression);
    }

    private static string? Bytes(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(value, cancellationToken);
        if (type.Type is { SpecialType: SpecialType.System_String })
        {
            var text = type.Nullability.FlowState is NullableFlowState.MaybeNull ? $"{value.WithoutTrivia()} ?? \"\"" : value.WithoutTrivia().ToString();
            return $"global::System.Text.Encoding.UTF8.GetBytes({text})";
        }

        return type.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } ? value.WithoutTrivia().ToString() : null;
    }
}
