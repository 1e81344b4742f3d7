using System.Collections.Immutable;
using System.IO;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Rules;

/// <summary>Finds credentials in the configuration files that a project hands to the compiler as AdditionalFiles.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationFileAnalyzer : DiagnosticAnalyzer
{
    // What a human edits is smaller.
    private const int LargestFile = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfFiles.Add(Descriptors.UnknownSecret);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Inspect);
    }

    private static void Inspect(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (InventoryFile.Problem(file, context.CancellationToken) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnknownSecret, Location.Create(file.Path, default, default), problem));
        if (!IsConfiguration(Path.GetFileName(file.Path)) || file.GetText(context.CancellationToken) is not { Length: < LargestFile } text)
            return;

        var settings = EditorConfig.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(file), inventory: null);
        var content = text.ToString();
        foreach (var found in CredentialFile.Scan(file.Path, Encoding.UTF8.GetBytes(content)))
        {
            if (found.Match.Confidence < settings.MinimumConfidence || found.Line > text.Lines.Count || found.EndLine > text.Lines.Count)
                continue;

            var start = new LinePosition(found.Line - 1, found.Column - 1);
            var end = new LinePosition(found.EndLine - 1, found.EndColumn - 1);
            var span = TextSpan.FromBounds(Position(text, start), Math.Max(Position(text, start), Position(text, end)));
            if (settings.AllowedValues.Contains(text.ToString(span)))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Of(RuleIds.Of(found.Match.Kind)), Location.Create(file.Path, span, new(start, end)), found.Match.Reason));
        }
    }

    private static int Position(SourceText text, LinePosition position) =>
        Math.Min(text.Lines[position.Line].Start + position.Character, text.Length);

    private static bool IsConfiguration(string name) =>
        name is not InventoryFile.Name
        && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".tf", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".tfvars", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(".env", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".ini", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".properties", StringComparison.OrdinalIgnoreCase));
}
