using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>What can take a literal's place where it stands.</summary>
internal static class ValueSources
{
    public static IEnumerable<ValueSource> For(LiteralPlace place, SemanticModel model, SettingName name, CancellationToken cancellationToken)
    {
        if (!place.NeedsConstant)
        {
            var scope = new Scope(model, place.Literal, cancellationToken);
            if (scope.Find("IConfiguration", "IConfigurationRoot", "ConfigurationManager", "IConfigurationSection") is { } configuration)
                yield return new("configuration", $"Read '{name.Key}' from the configuration", place.Adapt($"{configuration}[{Quote(name.Key)}]", Missing(name.Key, "configured")));

            if (scope.IsAsync && scope.Find("SecretsManagerCache", "ISecretsManagerCache") is { } cache)
                yield return new("secrets-manager", $"Read the secret '{name.Secret}' through the cache", place.Adapt($"await {cache}.GetSecretString({Quote(name.Secret)})", missing: null));

            yield return new("environment", $"Read the environment variable {name.Variable}", place.Adapt($"global::System.Environment.GetEnvironmentVariable({Quote(name.Variable)})", Missing(name.Variable, "set")));
        }

        if (place.CanHoldText)
            yield return new("placeholder", "Put a placeholder in its place", SyntaxFactory.ParseExpression(Quote($"<{name.Secret}>")));
    }

    private static string Missing(string key, string state) =>
        $"throw new global::System.InvalidOperationException({Quote($"{key} is not {state}.")})";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>What can be named where a literal stands.</summary>
    private sealed class Scope(SemanticModel model, ExpressionSyntax literal, CancellationToken cancellationToken)
    {
        public bool IsAsync => literal.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or BaseFieldDeclarationSyntax) switch
        {
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
            _ => false,
        };

        // A field's initialiser sees no instance.
        private bool SeesInstance => !literal.Ancestors().Any(static node => node is BaseFieldDeclarationSyntax
            or PropertyDeclarationSyntax { Initializer: not null } or ConstructorInitializerSyntax);

        public string? Find(params string[] types)
        {
            foreach (var symbol in model.LookupSymbols(literal.SpanStart))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var isUsable = symbol switch
                {
                    ILocalSymbol local => local.DeclaringSyntaxReferences.All(reference => reference.Span.End < literal.SpanStart),
                    IParameterSymbol => SeesInstance,
                    IFieldSymbol or IPropertySymbol => (symbol.IsStatic || !IsInStatic()) && SeesInstance,
                    _ => false,
                };
                if (isUsable && TextTypes.Of(symbol) is { } type && types.Contains(type.Name))
                    return symbol.Name;
            }

            return null;
        }

        private bool IsInStatic() => model.GetEnclosingSymbol(literal.SpanStart, cancellationToken)?.IsStatic == true;
    }
}
