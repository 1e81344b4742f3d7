using System.Threading;
using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>
/// The inspection that the analyzers are made of, for a caller that has a compilation and no compiler around it. It binds only what a look at
/// the characters says is worth it, which is a small part of most files.
/// </summary>
public static class SourceInspection
{
    /// <summary>Deeper brackets are not inspected: <see cref="NestingOf"/>.</summary>
    public const int DeepestNesting = 400;

    /// <summary>How deep brackets nest in a source text; computed on the characters, so that a text can be refused before it is parsed.</summary>
    public static int NestingOf(string text)
    {
        var lexer = new Lexing.SourceLexer(text.AsSpan(), [], []);
        lexer.Read();
        return lexer.DeepestNesting;
    }

    /// <summary>Finds hard-coded credentials, and misuse of a secret's value, in one file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="compilation">What it is compiled with; the better its references, the more is found.</param>
    /// <param name="settings">What the user set.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static IReadOnlyList<SourceFinding> Inspect(
        SyntaxTree tree, Compilation compilation, InspectionSettings settings, CancellationToken cancellationToken) =>
        Inspect(tree, ProgramFacts.Of(compilation), settings, cancellationToken);

    internal static IReadOnlyList<SourceFinding> Inspect(
        SyntaxTree tree, ProgramFacts program, InspectionSettings settings, CancellationToken cancellationToken) =>
        Inspect(new ProgramFile(tree), program, settings, cancellationToken);

    /// <summary>The same in a file that is parsed only if its characters, or another file that a value leads to, say that it is worth it.</summary>
    internal static IReadOnlyList<SourceFinding> Inspect(ProgramFile file, ProgramFacts program, InspectionSettings settings, CancellationToken cancellationToken)
    {
        if (IsTest(file.Path, program, settings) is var isTest && isTest && settings.TestCode is TestCodeTreatment.Off)
            return [];

        return file.Facts(cancellationToken).DeepestNesting > DeepestNesting ? [] : Inspect(new(file, program, settings, isTest, cancellationToken));
    }

    private static bool IsTest(string path, ProgramFacts program, InspectionSettings settings) =>
        settings.TestCode is not TestCodeTreatment.Full && (TestCode.Is(path) || program.IsTestProject);

    private static IReadOnlyList<SourceFinding> Inspect(SourceView view)
    {
        TextPass.Run(view);
        LiteralPass.Run(view);
        TemplatePass.Run(view);
        PairPass.Run(view);
        EmptyPasswordPass.Run(view);
        CallPass.Run(view);
        AssignmentPass.Run(view);
        SecretsApi.SecretsApiPass.Run(view);
        return view.Findings;
    }
}
