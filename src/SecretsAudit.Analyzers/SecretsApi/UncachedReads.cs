using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.SecretsApi;

/// <summary>Reads of a secret on every request or turn of a loop, and reads of secrets that are not there.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cache-net.html"/>
internal static class UncachedReads
{
    public static void Inspect(SourceView view, InvocationExpressionSyntax call)
    {
        if (Place(call) is { } place && !MentionsCache(view, call))
        {
            view.Add(call, new(
                RuleIds.UncachedRead,
                "uncached-secret-read",
                CredentialConfidence.High,
                $"the secret is read {place}: each read is a call that costs, waits and may be throttled; use the caching client"), "");
        }
    }

    /// <summary>Looks a secret's name up in the exported inventory.</summary>
    public static void InspectName(SourceView view, ExpressionSyntax value)
    {
        if (view.Inventory is not { } inventory)
            return;

        var name = value is InvocationExpressionSyntax call ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression : value;
        if (name is null or BaseObjectCreationExpressionSyntax)
            return;

        foreach (var origin in view.Trace(name))
        {
            var reason = inventory.StateOf(origin.Text) switch
            {
                SecretState.Unknown => "the inventory has no secret of this name" + NearestName(inventory, origin.Text),
                SecretState.PendingDeletion => "the secret is pending deletion: reads of it fail",
                _ => null,
            };
            if (reason is not null)
                view.Add(origin.Node, new(RuleIds.UnknownSecret, "unknown-secret-name", CredentialConfidence.High, reason), "");
        }
    }

    private static string NearestName(SecretNames inventory, string name)
    {
        var nearest = inventory.Nearest(name, most: 1);
        return nearest.Count == 0 ? "" : $"; the nearest is '{nearest[0]}'";
    }

    private static string? Place(SyntaxNode call)
    {
        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax:
                    return node is CommonForEachStatementSyntax each && each.Expression.Span.Contains(call.Span) ? null : "on every turn of a loop";
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax mapping } }
                        when IsMapping(SyntaxNames.OfCall(mapping)):
                    return "on every request";
                case MethodDeclarationSyntax method:
                    return IsHandler(method) ? "on every request" : null;
                case LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return null;
                default:
                    break;
            }
        }

        return null;
    }

    private static bool IsMapping(string name) => name is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" or "Map" or "MapFallback";

    private static bool IsHandler(MethodDeclarationSyntax method)
    {
        var isMiddleware = method.Identifier.ValueText is "Invoke" or "InvokeAsync"
            && method.ParameterList.Parameters.Any(static parameter => parameter.Type is not null && SyntaxNames.OfType(parameter.Type) is "HttpContext");
        return isMiddleware
            || (method.Parent is ClassDeclarationSyntax type
                && method.Modifiers.Any(static modifier => modifier.ValueText is "public")
                && (type.Identifier.ValueText.EndsWith("Controller", StringComparison.Ordinal)
                    || type.AttributeLists.Any(static list => list.Attributes.Any(static attribute => SyntaxNames.OfType(attribute.Name) is "ApiController"))));
    }

    // A cache in the same method is taken to be in front of the read.
    private static bool MentionsCache(SourceView view, SyntaxNode call)
    {
        var function = call.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? call.SyntaxTree.GetRoot();
        return view.Program.Effort.NodesIn(function).OfType<IdentifierNameSyntax>().Any(static name =>
            name.Identifier.ValueText.IndexOf("cache", StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
