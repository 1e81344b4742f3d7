using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Analyzers.Literals;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers;

/// <summary>Warns of credentials that are literals in C# code, and of those in the project's configuration files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => CredentialDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Analyze);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var settings = LiteralSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), tree.FilePath);
        if (settings.IsOff)
            return;
        LiteralScan.Run(
            context.SemanticModel,
            settings,
            found => context.ReportDiagnostic(Diagnostic.Create(CredentialDescriptors.Of(found.RuleId), Location.Create(tree, found.Span), Properties(found.Match, found.Name), found.Message)),
            context.CancellationToken);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { Length: < 8 * 1024 * 1024 } text)
            return;
        foreach (var found in CredentialFile.ScanText(context.AdditionalFile.Path, text.ToString()))
        {
            var span = new TextSpan(found.Match.Start, found.Match.Length);
            var place = new LinePositionSpan(new(found.Line - 1, found.Column - 1), new(found.EndLine - 1, found.EndColumn - 1));
            var literal = new LiteralCredential(CredentialRules.RuleOf(found.Match.Kind), span, found.Match, found.Name);
            context.ReportDiagnostic(Diagnostic.Create(
                CredentialDescriptors.Of(literal.RuleId), Location.Create(context.AdditionalFile.Path, span, place), Properties(found.Match, found.Name), literal.Message));
        }
    }

    private static ImmutableDictionary<string, string?> Properties(CredentialMatch match, string name) =>
        ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string?> { ["format"] = match.Format, ["name"] = name, ["confidence"] = match.Confidence.ToString() });
}
