using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>Values that something is compared with.</summary>
internal static class Comparisons
{
    public static ValueUse UseOf(SyntaxNode value)
    {
        switch (value.Parent)
        {
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression):
                return ValueUse.Compared(SyntaxNames.OfValue(binary.Left == value ? binary.Right : binary.Left));
            case CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax statement } }:
                return HasAlternatives(statement) ? ValueUse.None : ValueUse.Compared(SyntaxNames.OfValue(statement.Expression));
            case ConstantPatternSyntax pattern:
                return ValueUse.Compared(OfPattern(pattern));
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member
                    when member.Expression == value && CallNames.Compares(member.Name.Identifier.ValueText) && call.ArgumentList.Arguments.Count > 0:
                return ValueUse.Compared(SyntaxNames.OfValue(call.ArgumentList.Arguments[0].Expression));
            default:
                return ValueUse.None;
        }
    }

    // A credential is compared with the one that is right; what may be one of several texts is a choice.
    private static bool HasAlternatives(SwitchStatementSyntax statement) => statement.Sections.SelectMany(static section => section.Labels).Where(static label => label switch
    {
        CaseSwitchLabelSyntax { Value: { } value } => IsText(value),
        CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax { Expression: { } value } } => IsText(value),
        _ => false,
    }).Skip(1).Any();

    private static bool HasAlternatives(SwitchExpressionSyntax choice) =>
        choice.Arms.Where(static arm => arm.Pattern is ConstantPatternSyntax { Expression: { } value } && IsText(value)).Skip(1).Any();

    private static bool IsText(ExpressionSyntax value) => value.IsKind(SyntaxKind.StringLiteralExpression);

    private static string? OfPattern(ConstantPatternSyntax pattern)
    {
        for (var node = pattern.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case SubpatternSyntax { NameColon: { } named }:
                    return named.Name.Identifier.ValueText;
                case SubpatternSyntax { ExpressionColon.Expression: { } path }:
                    return SyntaxNames.OfValue(path);
                case SubpatternSyntax { Parent: PositionalPatternClauseSyntax { } clause } subpattern:
                    return OfPosition(clause, clause.Subpatterns.PositionOf(subpattern));
                case IsPatternExpressionSyntax test:
                    return SyntaxNames.OfValue(test.Expression);
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice }:
                    return HasAlternatives(choice) ? null : SyntaxNames.OfValue(choice.GoverningExpression);
                case CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement }:
                    return HasAlternatives(statement) ? null : SyntaxNames.OfValue(statement.Expression);
                case PatternSyntax:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    // (user, password) is ("admin", "x")
    private static string? OfPosition(PositionalPatternClauseSyntax clause, int position)
    {
        var governing = clause.FirstAncestorOrSelf<SyntaxNode>(static node => node is IsPatternExpressionSyntax or SwitchExpressionSyntax) switch
        {
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionSyntax choice => choice.GoverningExpression,
            _ => null,
        };
        return governing is TupleExpressionSyntax tuple && position < tuple.Arguments.Count ? SyntaxNames.OfValue(tuple.Arguments[position].Expression) : null;
    }
}
