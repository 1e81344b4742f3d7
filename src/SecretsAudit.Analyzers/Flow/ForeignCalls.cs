using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>
/// Results of methods that the program does not declare, of which nothing in it becomes a part: <c>Guid.NewGuid().ToString()</c>. Where such a value
/// comes from, its text tells, without a compiler.
/// </summary>
internal static class ForeignCalls
{
    private const int Deepest = 8;

    // What is written into these comes out of their members.
    private static readonly HashSet<string> OfHolders = new(StringComparer.Ordinal)
    {
        "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "Remove", "Clear", "GetChunks", "GetBuffer", "TryGetBuffer", "Read", "ReadByte", "ReadAsync", "ReadExactly", "CopyTo", "CopyToAsync", "WriteTo",
    };

    /// <summary>Whether an expression's value is one.</summary>
    public static bool Give(ExpressionSyntax value, ProgramFacts program, CancellationToken cancellationToken) => Give(value, program, 0, cancellationToken);

    private static bool Give(ExpressionSyntax value, ProgramFacts program, int depth, CancellationToken cancellationToken)
    {
        if (depth > Deepest || LiteralText.Strip(value) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call)
            return false;

        var name = SyntaxNames.OfCall(call);
        if (FlowTracer.PassesReceiver(name))
            return Give(receiver, program, depth + 1, cancellationToken) && !program.MayDeclare(name, cancellationToken);
        return name.Length > 0 && !FlowTracer.IsFollowed(name) && !OfHolders.Contains(name) && !program.MayDeclare(name, cancellationToken);
    }
}
