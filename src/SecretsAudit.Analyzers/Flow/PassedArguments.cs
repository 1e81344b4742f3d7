using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>What a call passes.</summary>
/// <param name="list">The arguments; null when the call has no parentheses.</param>
/// <param name="receiver">What stands before the dot when the method is an extension that is called as a member; null for any other.</param>
internal readonly struct PassedArguments(ArgumentListSyntax? list, ExpressionSyntax? receiver)
{
    /// <summary>What an invocation passes to the method it was bound to.</summary>
    public static PassedArguments Of(SyntaxNode call, IMethodSymbol called) => new(
        FlowTracer.ArgumentsOf(call),
        called.ReducedFrom is not null && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Expression : null);

    /// <summary>The expression for a parameter; null when it has none, and takes its default.</summary>
    public ExpressionSyntax? For(IParameterSymbol parameter)
    {
        if (receiver is not null && parameter.Ordinal == 0)
            return receiver;
        if (list is null)
            return null;

        foreach (var argument in list.Arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                return argument.Expression;
        }

        // The parameter of an extension block has no position.
        var position = receiver is null ? parameter.Ordinal : parameter.Ordinal - 1;
        return position >= 0 && position < list.Arguments.Count && list.Arguments[position] is { NameColon: null } positional ? positional.Expression : null;
    }
}
