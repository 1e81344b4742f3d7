using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>How much code the compiler binds to answer a question.</summary>
internal static class BoundCode
{
    /// <summary>
    /// What is bound together with a node: the statement it stands in, the one around all functions when it stands in one, or what of a member is no
    /// statement. Null when that is larger than so many characters.
    /// </summary>
    public static SyntaxNode? Around(SyntaxNode node, int largest)
    {
        SyntaxNode? statement = null;
        var below = node;
        for (var at = node; at is not (null or MemberDeclarationSyntax or AccessorDeclarationSyntax); at = at.Parent)
        {
            if (statement is null && at.FullSpan.Length > largest)
                return null;

            below = at;
            if (at is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
                statement = null;
            else if (at is StatementSyntax)
                statement ??= at;
        }

        return statement ?? below;
    }
}
