using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>Puts the name of a secret that is there in the place of a mistyped one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretNameFix))]
[Shared]
public sealed class SecretNameFix : CodeFixProvider
{
    private const int MostNames = 3;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SAUD2009");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || InventoryFile.Read(context.Document.Project.AnalyzerOptions.AdditionalFiles, context.CancellationToken) is not { } inventory)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax { Token.Value: string name } literal)
                continue;

            var rank = 0;
            foreach (var nearest in inventory.Nearest(name, MostNames))
            {
                var written = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(literal);
                var action = CodeAction.Create(
                    $"Read '{nearest}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, written))),
                    equivalenceKey: $"nearest-{++rank}");
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }
}
