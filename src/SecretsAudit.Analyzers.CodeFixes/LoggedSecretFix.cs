using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>Writes a secret's name to the log where its value was.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoggedSecretFix))]
[Shared]
public sealed class LoggedSecretFix : CodeFixProvider
{
    private const string NameMember = "Name";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SAUD2007");

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
            var values = ValuesIn(root, diagnostic.Location.SourceSpan, model, context.CancellationToken);
            if (values.Count == 0)
                continue;

            var action = CodeAction.Create(
                "Write the secret's name, not its value",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNodes(values, static (_, value) => value.WithName(SyntaxFactory.IdentifierName(NameMember))))),
                equivalenceKey: "secret-name");
            context.RegisterCodeFix(action, diagnostic);
        }
    }

    // A value that is written as it is; what is made of it first would be made of the name, which nobody means.
    private static IReadOnlyList<MemberAccessExpressionSyntax> ValuesIn(SyntaxNode root, TextSpan span, SemanticModel model, CancellationToken cancellationToken) =>
    [
        .. root.FindNode(span).DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .Where(member => member.Name.Identifier.ValueText is "SecretString" or "SecretBinary"
                && span.Contains(member.Span)
                && IsWritten(member, span)
                && model.GetTypeInfo(member.Expression, cancellationToken).Type?.GetMembers(NameMember).Any(static name => name is IPropertySymbol) is true),
    ];

    private static bool IsWritten(SyntaxNode value, TextSpan span) => value.Parent switch
    {
        ArgumentSyntax argument => argument.Span == span,
        ParenthesizedExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax => IsWritten(value.Parent, span),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => IsWritten(sum, span),
        _ => false,
    };
}
