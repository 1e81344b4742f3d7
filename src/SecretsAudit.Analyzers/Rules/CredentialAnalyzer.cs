using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Rules;

/// <summary>Finds credentials in C# source, and code that gives away a secret's value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The diagnostic's property with the name that the value has in the code.</summary>
    public const string NameProperty = "Name";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        var program = ProgramFacts.Of(start.Compilation);
        var inventory = InventoryFile.Read(start.Options.AdditionalFiles, start.CancellationToken);

        // A literal may be reached from two files.
        var reported = new ConcurrentDictionary<(SyntaxTree, TextSpan), bool>();
        start.RegisterSemanticModelAction(context =>
        {
            var tree = context.SemanticModel.SyntaxTree;
            program.Offer(context.SemanticModel);
            var settings = EditorConfig.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), inventory);
            foreach (var finding in SourceInspection.Inspect(tree, program, settings, context.CancellationToken))
            {
                if (reported.TryAdd((finding.Tree, finding.Span), true))
                    context.ReportDiagnostic(Diagnostic(finding));
            }
        });
    }

    private static Diagnostic Diagnostic(SourceFinding finding) => Microsoft.CodeAnalysis.Diagnostic.Create(
        Descriptors.Of(finding.RuleId),
        Location.Create(finding.Tree, finding.Span),
        finding.Uses,
        ImmutableDictionary<string, string?>.Empty
            .Add(NameProperty, finding.Name)
            .Add("Format", finding.Format)
            .Add("Confidence", finding.Confidence.ToString()),
        finding.Reason);
}
