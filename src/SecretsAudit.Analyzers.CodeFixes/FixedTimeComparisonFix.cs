using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>Compares a secret in a time that does not depend on it.</summary>
/// <seealso href="https://learn.microsoft.com/dotnet/api/system.security.cryptography.cryptographicoperations.fixedtimeequals"/>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixedTimeComparisonFix))]
[Shared]
public sealed class FixedTimeComparisonFix : CodeFixProvider
{
    private const string Type = "System.Security.Cryptography.CryptographicOperations";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SAUD2010");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // .NET Framework has no such method.
        if (root is null || model?.Compilation.GetTypeByMetadataName(Type) is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax comparison
                || FixedTimeComparison.For(comparison, model, context.CancellationToken) is not { } safe)
            {
                continue;
            }

            var written = safe.WithTriviaFrom(comparison).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
            var action = CodeAction.Create(
                "Compare in fixed time",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(comparison, written))),
                equivalenceKey: "fixed-time");
            context.RegisterCodeFix(action, diagnostic);
        }
    }
}
