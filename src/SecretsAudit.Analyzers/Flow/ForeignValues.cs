using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>
/// What members that the program does not declare give, and nothing in it becomes a part of: <c>Guid.NewGuid().ToString()</c>, <c>request.Headers["a"]</c>.
/// Where such a value comes from, its text tells, without a compiler.
/// </summary>
internal static class ForeignValues
{
    private const int Deepest = 8;

    // What is written into these comes out of their members.
    private static readonly HashSet<string> OfHolders = new(StringComparer.Ordinal)
    {
        "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "Remove", "Clear", "GetChunks", "GetBuffer",
    };

    /// <summary>Whether an expression's value is one.</summary>
    public static bool Give(ExpressionSyntax value, ProgramFacts program, CancellationToken cancellationToken) => Give(value, program, 0, cancellationToken);

    private static bool Give(ExpressionSyntax value, ProgramFacts program, int depth, CancellationToken cancellationToken)
    {
        if (depth > Deepest)
            return false;

        switch (LiteralText.Strip(value))
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call:
                var name = SyntaxNames.OfCall(call);
                return name.Length > 0 && !FlowTracer.IsFollowed(name) && !OfHolders.Contains(name)
                    && (!FlowTracer.PassesReceiver(name) || Give(receiver, program, depth + 1, cancellationToken))
                    && !program.MayDeclare(name, cancellationToken);
            case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax, Name.Identifier.ValueText: var member }:
                return !FlowTracer.TakesElement(member) && !program.MayDeclare(member, cancellationToken) && program.Assignments(member, cancellationToken).Count == 0;
            case ElementAccessExpressionSyntax { Expression: InvocationExpressionSyntax or MemberAccessExpressionSyntax } element:
                return Give(element.Expression, program, depth + 1, cancellationToken);
            default:
                return false;
        }
    }
}
