using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>Climbs from a literal to what the code does with it. Syntax alone, but for the names of positional parameters.</summary>
internal static class UseFinder
{
    private const int MostSteps = 256;

    // A sum nests as deep as it has parts.
    private const int MostParts = 4096;

    /// <summary>The same, once for all literals that have it.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="climbed">What earlier literals led through; null comes back for a literal that leads there, too.</param>
    public static ExpressionSyntax? Widest(ExpressionSyntax literal, HashSet<SyntaxNode> climbed)
    {
        SyntaxNode node = literal;
        while (climbed.Add(node))
        {
            if (Wider(node) is not { } wider)
                return (ExpressionSyntax)node;
            node = wider;
        }

        return null;
    }

    /// <summary>The widest expression whose value is the literal, or joined from it and others.</summary>
    public static ExpressionSyntax Widest(ExpressionSyntax literal)
    {
        SyntaxNode node = literal;
        for (var steps = 0; steps < MostParts && Wider(node) is { } wider; steps++)
            node = wider;
        return (ExpressionSyntax)node;
    }

    /// <summary>What the code does with an expression's value.</summary>
    /// <param name="value">The widest expression of the value.</param>
    /// <param name="parameterName">Looks up the name of the parameter that a positional argument is for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static ValueUse UseOf(ExpressionSyntax value, Func<SyntaxNode, string?> parameterName, CancellationToken cancellationToken)
    {
        SyntaxNode node = value;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node.Parent)
            {
                case BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right == node:
                    // The name of what is missing says more than where the default goes.
                    var missing = SyntaxNames.OfValue(coalesce.Left);
                    if (CredentialNames.Is(missing))
                        return ValueUse.Named(missing);
                    node = coalesce;
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                    node = choice;
                    break;
                case SwitchExpressionArmSyntax arm when arm.Expression == node:
                    node = arm.Parent!;
                    break;
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax or CheckedExpressionSyntax:
                    node = node.Parent;
                    break;
                case PostfixUnaryExpressionSyntax:
                    node = node.Parent;
                    break;
                case LambdaExpressionSyntax lambda when lambda.ExpressionBody == node:
                    node = lambda;
                    break;
                case ReturnStatementSyntax or YieldStatementSyntax:
                    if (FunctionOf(node.Parent) is not AnonymousFunctionExpressionSyntax function)
                        return ValueUse.Named(FunctionOf(node.Parent) is { } owning ? DeclaredNames.OfReturning(owning) : null);
                    node = function;
                    break;
                case ArrowExpressionClauseSyntax { Parent: { } owner }:
                    return ValueUse.Named(DeclaredNames.OfReturning(owner));
                case EqualsValueClauseSyntax { Parent: { } declared }:
                    return ValueUse.Named(DeclaredNames.OfInitialised(declared));
                case AssignmentExpressionSyntax assignment when assignment.Right == node:
                    return ValueUse.Named(DeclaredNames.OfTarget(assignment));
                case ArgumentSyntax argument:
                    return Arguments.UseOf(argument, parameterName);
                case AttributeArgumentSyntax argument:
                    return Arguments.UseOf(argument, parameterName);
                case AnonymousObjectMemberDeclaratorSyntax member:
                    return ValueUse.Named(member.NameEquals?.Name.Identifier.ValueText);
                case InitializerExpressionSyntax initializer:
                    if (Collections.UseIn(initializer, (ExpressionSyntax)node) is { } use)
                        return use;
                    node = Collections.Holder(initializer);
                    break;
                case ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection }:
                    node = collection;
                    break;
                default:
                    return Comparisons.UseOf(node);
            }
        }

        return ValueUse.None;
    }

    private static SyntaxNode? FunctionOf(SyntaxNode statement) => statement.FirstAncestorOrSelf<SyntaxNode>(static node =>
        node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax);

    private static ExpressionSyntax? Wider(SyntaxNode node)
    {
        switch (node.Parent)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax:
                return (ExpressionSyntax)node.Parent;
            case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return suppressed;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression)
                    || (binary.IsKind(SyntaxKind.AsExpression) && binary.Left == node):
                return binary;
            case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated }:
                return interpolated;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
                    when CallNames.PassesArgument(SyntaxNames.OfCall(call)) && PassesAt(SyntaxNames.OfCall(call), list.Arguments[0] == argument):
                return call;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax creation } }
                    when CallNames.PassesArgument(SyntaxNames.OfType(creation.Type)):
                return creation;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member
                    when member.Expression == node && CallNames.PassesReceiver(member.Name.Identifier.ValueText):
                return call;
            case InitializerExpressionSyntax elements when IsCharacterOrNumber(node) && elements.IsKind(SyntaxKind.ArrayInitializerExpression):
                return elements;
            case ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } when IsCharacterOrNumber(node):
                return collection;
            case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax
                    when node is InitializerExpressionSyntax:
                return (ExpressionSyntax)node.Parent;
            default:
                return null;
        }
    }

    private static bool PassesAt(string name, bool isFirst) => isFirst || name is "Concat" or "Join" or "Format";

    private static bool IsCharacterOrNumber(SyntaxNode node) => LiteralText.Strip((ExpressionSyntax)node) is LiteralExpressionSyntax literal
        && (literal.IsKind(SyntaxKind.CharacterLiteralExpression) || literal.IsKind(SyntaxKind.NumericLiteralExpression));
}
