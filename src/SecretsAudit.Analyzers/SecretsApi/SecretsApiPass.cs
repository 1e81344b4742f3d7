using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.SecretsApi;

/// <summary>What the code does with Secrets Manager's client: where values go, how often they are read, which names are asked for.</summary>
internal static class SecretsApiPass
{
    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.SecretsApi)
                Look(view, anchor);
        }
    }

    private static void Look(SourceView view, SourceAnchor anchor)
    {
        var token = view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || !token.IsKind(SyntaxKind.IdentifierToken))
            return;

        switch (token.ValueText)
        {
            case "SecretString" or "SecretBinary" when token.Parent?.Parent is MemberAccessExpressionSyntax member && member.Name == token.Parent:
                if (member.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != member)
                    SecretUses.Inspect(view, member);
                break;
            case "GetSecretString" or "GetSecretBinary" when CallOf(token) is { } call:
                SecretUses.Inspect(view, call.Parent is AwaitExpressionSyntax awaited ? awaited : call);
                UncachedReads.InspectName(view, call);
                break;
            case "GetSecretValueAsync" or "GetSecretValue" when CallOf(token) is { } call && IsOfSecretsManager(view, call):
                UncachedReads.Inspect(view, call);
                UncachedReads.InspectName(view, call);
                break;
            case "SecretId" when token.Parent?.Parent is AssignmentExpressionSyntax request:
                UncachedReads.InspectName(view, request.Right);
                break;
            default:
                break;
        }
    }

    // Programs have methods of that name that read elsewhere.
    private static bool IsOfSecretsManager(SourceView view, InvocationExpressionSyntax call) =>
        view.Model(call)?.GetSymbolInfo(call, view.CancellationToken).Symbol is not IMethodSymbol method
        || method.ContainingType.Name.IndexOf("SecretsManager", StringComparison.Ordinal) >= 0
        || method.Parameters.Any(static parameter => parameter.Type.Name is "GetSecretValueRequest");

    private static InvocationExpressionSyntax? CallOf(SyntaxToken token) => Flow.FlowTracer.CallAt(token) as InvocationExpressionSyntax;
}
