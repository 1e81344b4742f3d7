using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>
/// What a simple name stands for where its text leaves no choice: a name is looked for in the blocks around it, then in the type around those. Nothing
/// is said where anything else in the member bears the name.
/// </summary>
/// <seealso href="https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/expressions#1284-simple-names"/>
internal static class PlainNames
{
    /// <summary>The local variable, the parameter, or the field of the type around it, that an expression names, when it is declared to hold a text or begins as one; null when binding has to tell.</summary>
    public static SyntaxNode? DeclarationOf(ExpressionSyntax expression, Effort effort) => expression switch
    {
        IdentifierNameSyntax name => Find(name, effort),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } when MemberAround(name) is { Parent: TypeDeclarationSyntax type } => FieldOf(type, name.Identifier.ValueText),
        _ => null,
    };

    private static SyntaxNode? Find(IdentifierNameSyntax name, Effort effort)
    {
        if (MemberAround(name) is not { Parent: TypeDeclarationSyntax type } member || !effort.Search(member.FullSpan.Length))
            return null;

        var text = name.Identifier.ValueText;
        SyntaxNode? declared = null;
        foreach (var token in member.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is SimpleNameSyntax || token.ValueText != text)
                continue;
            if (declared is not null)
                return null;
            declared = token.Parent;
        }

        return declared switch
        {
            null => FieldOf(type, text),
            VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } } local when block.Span.Contains(name.Span) && HoldsText(local) => local,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } own when field == member && HoldsText(own) => own,
            ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax method, Modifiers.Count: 0, Type: { } held } parameter when method == member && IsText(held) => parameter,
            _ => null,
        };
    }

    private static MemberDeclarationSyntax? MemberAround(SyntaxNode name) => name.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static VariableDeclaratorSyntax? FieldOf(TypeDeclarationSyntax type, string name)
    {
        if (type.ParameterList?.Parameters.Any(parameter => parameter.Identifier.ValueText == name) == true)
            return null;

        foreach (var member in type.Members)
        {
            if (member is not FieldDeclarationSyntax field)
                continue;
            foreach (var variable in field.Declaration.Variables)
            {
                if (variable.Identifier.ValueText == name)
                    return HoldsText(variable) ? variable : null;
            }
        }

        return null;
    }

    private static bool HoldsText(VariableDeclaratorSyntax variable) => variable.Parent is VariableDeclarationSyntax { Type: var type } && (IsText(type)
        || (type.IsVar && variable.Initializer is { Value: var value } && LiteralText.IsText(value)));

    private static bool IsText(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax { Keyword: var keyword } => keyword.IsKind(SyntaxKind.StringKeyword),
        NullableTypeSyntax nullable => IsText(nullable.ElementType),
        _ => false,
    };
}
