using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

internal sealed partial class FlowTracer
{
    private void FollowDeclared(ISymbol member, int depth)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case VariableDeclaratorSyntax declarator:
                    Follow(declarator.Initializer?.Value, null, depth + 1);
                    break;
                case PropertyDeclarationSyntax property:
                    Follow(property.Initializer?.Value, null, depth + 1);
                    Follow(property.ExpressionBody?.Expression, null, depth + 1);
                    foreach (var accessor in property.AccessorList?.Accessors ?? [])
                    {
                        if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                            FollowReturns(accessor, null, depth);
                    }

                    break;
                case ParameterSyntax parameter when member is IPropertySymbol:
                    // A positional record's property has the value of its constructor's parameter.
                    if (program.Model(parameter)?.GetDeclaredSymbol(parameter, cancellationToken) is { } symbol)
                        FollowCallers(symbol, depth);
                    break;
                default:
                    break;
            }
        }
    }

    private void FollowAssigned(ISymbol member, int depth)
    {
        var places = 0;
        foreach (var (file, position) in program.Assignments(member.Name, cancellationToken))
        {
            var tree = file.Tree;
            if (places > MostPlaces)
                return;

            var isElsewhere = member.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree != tree);
            if (isElsewhere && member.DeclaredAccessibility is Accessibility.Private)
                continue;

            var name = tree.GetRoot(cancellationToken).FindToken(position).Parent;
            var target = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (target?.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != target || (isElsewhere && IsOfAnother(target, member))
                || FunctionOf(assignment) is { } function && IsDead(assignment, function))
            {
                continue;
            }

            places++;
            if (SymbolEqualityComparer.Default.Equals(SymbolOf(target)?.OriginalDefinition, member.OriginalDefinition))
                Follow(assignment.Right, null, depth + 1);
        }
    }

    // In a large program many things have one name. What another file calls by the name of another type, or as its own, is not bound.
    private static bool IsOfAnother(SyntaxNode target, ISymbol member) => target switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } => false,
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type } => member.IsStatic && type.Identifier.ValueText != member.ContainingType?.Name,
        MemberAccessExpressionSyntax => false,
        { Parent.Parent: InitializerExpressionSyntax } => member.IsStatic,
        _ => target.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Parent: not TypeDeclarationSyntax } type && type.Identifier.ValueText != member.ContainingType?.Name
            && type.BaseList?.Types.Any(inherited => SyntaxNames.OfType(inherited.Type) == member.ContainingType?.Name) != true,
    };

    private void FollowReturns(SyntaxNode function, CallFrame? frame, int depth)
    {
        var arrow = function switch
        {
            BaseMethodDeclarationSyntax method => method.ExpressionBody,
            AccessorDeclarationSyntax accessor => accessor.ExpressionBody,
            LocalFunctionStatementSyntax local => local.ExpressionBody,
            _ => null,
        };
        Follow(arrow?.Expression, frame, depth + 1);
        if (arrow is not null)
            return;

        foreach (var node in program.Effort.NodesIn(function, node => node == function || !IsFunction(node)))
        {
            if (node is ReturnStatementSyntax { Expression: { } value } statement && !IsDead(statement, function))
                Follow(value, frame, depth + 1);
        }
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
