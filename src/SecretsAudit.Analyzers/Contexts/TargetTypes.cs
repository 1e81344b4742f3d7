using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>What <c>new(…)</c> creates, as far as the code around it is written out: the declared type of what it becomes.</summary>
internal static class TargetTypes
{
    /// <summary>The type that an expression becomes; null where only binding tells.</summary>
    public static TypeSyntax? Of(ExpressionSyntax value) => value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => Written(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
        ArrowExpressionClauseSyntax { Parent: { } owner } => Returned(owner),
        ReturnStatementSyntax returning => Returned(FlowTracer.FunctionOf(returning)),
        ConditionalExpressionSyntax choice when choice.Condition != value => Of(choice),
        BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression) => Of(coalesce),
        ParenthesizedExpressionSyntax inner => Of(inner),
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => ElementOf(Of(list)),
        InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax list } => ElementOf(list.Type),
        InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax array } => array.Type.ElementType,
        InitializerExpressionSyntax { Parent: ImplicitObjectCreationExpressionSyntax list } => ElementOf(Of(list)),
        _ => null,
    };

    private static TypeSyntax? Returned(SyntaxNode? owner) => owner switch
    {
        MethodDeclarationSyntax method => Awaited(method.ReturnType),
        LocalFunctionStatementSyntax function => Awaited(function.ReturnType),
        PropertyDeclarationSyntax property => property.Type,
        AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => property.Type,
        _ => null,
    };

    // An asynchronous method returns what its task holds.
    private static TypeSyntax Awaited(TypeSyntax type) => type is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } ? ElementOf(type) ?? type : type;

    private static TypeSyntax? Written(TypeSyntax type) => type.IsVar ? null : type;

    private static TypeSyntax? ElementOf(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => ElementOf(nullable.ElementType),
        ArrayTypeSyntax array => array.ElementType,
        QualifiedNameSyntax qualified => ElementOf(qualified.Right),
        GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } elements } => elements[0],
        _ => null,
    };
}
