using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Parses and inspects one file.</summary>
internal static class CSharpInspection
{
    private static readonly CSharpCompilationOptions Compiling = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false);

    // Projects without packages of their own share what was read of the framework. Read when the first C# file is, for a commit may have none.
    private static readonly Lazy<CSharpCompilation> Shared = new(() => CSharpCompilation.Create("scan", [], PlatformReferences.All, Compiling));

    /// <summary>A compilation without files.</summary>
    public static CSharpCompilation Framework => Shared.Value;

    /// <summary>A file, not parsed yet; null, with a gap, when it nests too deep to be.</summary>
    public static ProgramFile? Read(string path, string text, Action<Gap> report, CancellationToken cancellationToken)
    {
        var file = new ProgramFile(path, text, () => CSharpSyntaxTree.ParseText(text, ProjectSettings.Parsing, path, cancellationToken: cancellationToken));

        // The parser and the binder recurse: what nests this deep was made to break a tool, and is told before either sees it.
        if (file.Facts.DeepestNesting <= SourceInspection.DeepestNesting)
            return file;

        report(TooDeep(path));
        return null;
    }

    /// <summary>The files of a project, or some of them, as one program.</summary>
    public static ProgramFacts Program(IEnumerable<ProgramFile> files, ProjectSettings settings)
    {
        if (settings.Packages.Count == 0)
            return ProgramFacts.Of([settings.Usings, .. files], static () => Framework, isTestProject: false);

        var references = Framework.AddReferences(settings.Packages);
        return ProgramFacts.Of([settings.Usings, .. files], () => references, TestCode.References(references));
    }

    /// <summary>What is found in a file; a value that is followed may lead into another file of the program.</summary>
    public static IReadOnlyList<(string Path, CodeFinding Finding)> Inspect(ProgramFile file, ProgramFacts program, Action<Gap> report, CancellationToken cancellationToken) =>
        Guarded(file.Path, () => SourceInspection.Inspect(file, program, InspectionSettings.Standard, cancellationToken), report, cancellationToken);

    /// <summary>What is found in a file of which nothing else is known.</summary>
    public static IReadOnlyList<CodeFinding> InspectAlone(string path, string text, Action<Gap> report, CancellationToken cancellationToken) =>
        Read(path, text, report, cancellationToken) is { } file
            ? [.. Inspect(file, Program([file], ProjectSettings.Plain), report, cancellationToken).Select(found => found.Finding)]
            : [];

    private static IReadOnlyList<(string Path, CodeFinding Finding)> Guarded(
        string path, Func<IReadOnlyList<SourceFinding>> inspect, Action<Gap> report, CancellationToken cancellationToken)
    {
        try
        {
            return [.. inspect().Select(found => (found.Tree.FilePath, Finding(found, cancellationToken)))];
        }
        catch (InsufficientExecutionStackException)
        {
            report(TooDeep(path));
            return [];
        }
#pragma warning disable CA1031 // not swallowed: one file that the inspection fails on is a gap, which the exit code carries, and the others are still told of
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report(SourceFile.Unread(path, GapKind.Failed, $"its inspection failed ({failure.GetType().Name})", "Look at the file by hand, and report the failure."));
            return [];
        }
    }

    private static CodeFinding Finding(SourceFinding found, CancellationToken cancellationToken)
    {
        var place = PlaceOf(found.Tree.GetLineSpan(found.Span, cancellationToken));
        return new(
            found.RuleId, found.Format, found.Name, FindingText.Sentence(found.Reason), found.Confidence, place.Line, place.Column, place.EndLine, place.EndColumn)
        {
            IsKnownByUse = found.IsKnownByUse,
            UsedAt = [.. found.Uses.Select(use => PlaceOf(use.GetLineSpan()))],
            Mark = ValueMark.Of(ValueOf(found, cancellationToken)),
        };
    }

    private static FindingSubject.Code PlaceOf(FileLinePositionSpan place) => new(
        place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1);

    private static string ValueOf(SourceFinding found, CancellationToken cancellationToken)
    {
        var token = found.Tree.GetRoot(cancellationToken).FindToken(found.Span.Start);
        return token.Span == found.Span ? token.ValueText : found.Tree.GetText(cancellationToken).ToString(found.Span);
    }

    private static Gap TooDeep(string path) => new()
    {
        Operation = "scan",
        Subject = path,
        Reason = "its code is nested too deeply to be understood",
        Remedy = "Split the expression, or look at the file by hand.",
        Kind = GapKind.LimitReached,
    };
}
