using System;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretsAudit.Analyzers.Rules;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>Takes a credential out of the source: the value comes from configuration, the environment or Secrets Manager, or a placeholder stands for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CredentialCodeFix))]
[Shared]
public sealed class CredentialCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("SAUD2001", "SAUD2002", "SAUD2003", "SAUD2004", "SAUD2005", "SAUD2006", "SAUD2011");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (LiteralPlace.Find(root, diagnostic.Location.SourceSpan) is not { } place)
                continue;

            diagnostic.Properties.TryGetValue(CredentialAnalyzer.NameProperty, out var name);
            foreach (var source in ValueSources.For(place, model, SettingName.Of(name, place.Literal), context.CancellationToken))
            {
                var action = CodeAction.Create(
                    source.Title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(place.Replace(root, source.Value))),
                    equivalenceKey: source.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }
}
