using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>The names of what a value is declared or assigned as.</summary>
internal static class DeclaredNames
{
    public static string? OfInitialised(SyntaxNode declared) => declared switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        _ => null,
    };

    public static string? OfReturning(SyntaxNode owner) => owner switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => SyntaxNames.WithoutVerb(method.Identifier.ValueText),
        LocalFunctionStatementSyntax function => SyntaxNames.WithoutVerb(function.Identifier.ValueText),
        AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.GetAccessorDeclaration, Parent.Parent: { } property } => OfReturning(property),
        _ => null,
    };

    public static string? OfTarget(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        // [Key] = value in an object initialiser.
        ImplicitElementAccessSyntax element => SyntaxNames.OfKey(element.ArgumentList),
        // The field keyword of C# 14, which the compiler that we are built against has no node for.
        var left when left.ToString() is "field" && left.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => SyntaxNames.OfValue(assignment.Left),
    };

    /// <summary>The name of one element of a tuple: its own, its target's in a deconstruction, or its declared type's.</summary>
    public static string? OfTupleElement(TupleExpressionSyntax tuple, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } named)
            return named.Name.Identifier.ValueText;

        var position = tuple.Arguments.PositionOf(argument);
        switch (tuple.Parent)
        {
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } when position < targets.Arguments.Count:
                return OfDesignated(targets.Arguments[position].Expression);
            case AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } }
                    when position < names.Variables.Count:
                return (names.Variables[position] as SingleVariableDesignationSyntax)?.Identifier.ValueText;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: TupleTypeSyntax type } } }:
                return OfTypeElement(type, position);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: TupleTypeSyntax type } }:
                return OfTypeElement(type, position);
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: TupleTypeSyntax type } }:
                return OfTypeElement(type, position);
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Type: TupleTypeSyntax type } }:
                return OfTypeElement(type, position);
            case ReturnStatementSyntax statement when statement.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ReturnType: TupleTypeSyntax type }:
                return OfTypeElement(type, position);
            default:
                return null;
        }
    }

    private static string? OfDesignated(ExpressionSyntax target) => target is DeclarationExpressionSyntax declaration
        ? (declaration.Designation as SingleVariableDesignationSyntax)?.Identifier.ValueText
        : SyntaxNames.OfValue(target);

    private static string? OfTypeElement(TupleTypeSyntax type, int position) =>
        position < type.Elements.Count ? type.Elements[position].Identifier.ValueText : null;
}
