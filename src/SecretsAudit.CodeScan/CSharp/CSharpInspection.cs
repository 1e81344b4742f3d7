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
    // Its tree takes up to fifty bytes a character. The largest of 38,586 files of public repositories has 3.0 million; what has more was written by a program.
    private const int MostCharacters = 4 << 20;

    // Of 83,000 files of public repositories sixteen have any, none that a compiler takes more than two, but for what stands in an #if that is never met.
    private const int MostFaults = 8;

    // None of those has more than 0.08 a character.
    private const int ShortestOfLambdas = 1000;

    /// <summary>
    /// Of names, numbers and texts longer than a thousand characters, as many characters are given to the compiler in one scan: it keeps every one that it
    /// has read for as long as the process lives. 187,287 files of public repositories, 945 million characters, have 4.7 million in such.
    /// </summary>
    public const long MostInLongTokens = 32 << 20;

    private static readonly CSharpCompilationOptions Compiling = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false);

    // Projects without packages of their own share what was read of the framework. Read when the first C# file is, for a commit may have none.
    private static readonly Lazy<CSharpCompilation> Shared = new(() => CSharpCompilation.Create("scan", [], PlatformReferences.All, Compiling));

    /// <summary>A compilation without files.</summary>
    public static CSharpCompilation Framework => Shared.Value;

    /// <summary>A file, not parsed yet; null when it is not for the compiler, and is read as text.</summary>
    public static ProgramFile? Read(string path, string text, Action<Gap> report, CancellationToken cancellationToken)
    {
        if (text.Length > MostCharacters)
        {
            report(AsText(path, $"it has {text.Length} characters, more than the {MostCharacters} that are compiled", "Split it."));
            return null;
        }

        var file = new ProgramFile(path, text, () => CSharpSyntaxTree.ParseText(text, ProjectSettings.Parsing, path, cancellationToken: cancellationToken));

        // The parser and the binder recurse: what nests this deep was made to break a tool, and is told before either sees it.
        var facts = file.Facts(cancellationToken);
        if (facts.DeepestNesting > SourceInspection.DeepestNesting || facts.LambdaEffort > (ShortestOfLambdas + text.Length) / 2)
        {
            report(TooDeep(path));
            return null;
        }

        // No compiler takes it, so that there is nothing to understand; parsing it, and guessing what was meant, takes the longest of all.
        return facts.Faults > MostFaults ? null : file;
    }

    /// <summary>What is found in a file whose long texts are too many to be compiled, read as text; it is told.</summary>
    public static IReadOnlyList<CodeFinding> InspectAsText(string path, string text, Action<Gap> report)
    {
        report(AsText(path, "the code has more long texts than are compiled", "Move them to files of their own."));
        return FileInspection.OfText(path, text, report);
    }

    /// <summary>The files of a project, or some of them, as one program.</summary>
    public static ProgramFacts Program(IEnumerable<ProgramFile> files, ProjectSettings settings)
    {
        if (settings.Packages.Count == 0)
            return ProgramFacts.Of([settings.Usings, .. files], static () => Framework, isTestProject: false, PlatformCalls.TakingCredentials);

        var references = Framework.AddReferences(settings.Packages);
        return ProgramFacts.Of([settings.Usings, .. files], () => references, TestCode.References(references), referencedTakers: null);
    }

    /// <summary>What is found in a file; a value that is followed may lead into another file of the program.</summary>
    public static IReadOnlyList<(string Path, CodeFinding Finding)> Inspect(ProgramFile file, ProgramFacts program, Action<Gap> report, CancellationToken cancellationToken)
    {
        var found = Guarded(file.Path, () => SourceInspection.Inspect(file, program, InspectionSettings.Standard, cancellationToken), report, cancellationToken);
        FileInspection.TellFull(file.Path, found.Count, report);
        return found;
    }

    /// <summary>What is found in a file of which nothing else is known.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="takes">Whether so many more characters in long tokens may be compiled.</param>
    /// <param name="report">Takes what could not be understood.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static IReadOnlyList<CodeFinding> InspectAlone(string path, string text, Func<int, bool> takes, Action<Gap> report, CancellationToken cancellationToken)
    {
        if (Read(path, text, report, cancellationToken) is not { } file)
            return FileInspection.OfText(path, text, report);
        if (!takes(file.Facts(cancellationToken).LongTokens))
            return InspectAsText(path, text, report);

        var program = Program([file], ProjectSettings.Plain);
        var found = Inspect(file, program, report, cancellationToken).Select(found => found.Finding).ToList();
        TellLeftOut(program, path, report);
        return found;
    }

    /// <summary>Tells when a program has more values to follow than are followed.</summary>
    /// <param name="program">The program, all of whose files have been inspected.</param>
    /// <param name="path">Its path.</param>
    /// <param name="report">Takes the gap.</param>
    public static void TellLeftOut(ProgramFacts program, string path, Action<Gap> report)
    {
        if (program.Effort.HasLeftOut)
            report(SourceFile.Unread(path, GapKind.LimitReached, "its values go more ways than are followed: some were judged by names alone", "Look at it by hand, or scan it in parts."));
    }

    private static IReadOnlyList<(string Path, CodeFinding Finding)> Guarded(
        string path, Func<IReadOnlyList<SourceFinding>> inspect, Action<Gap> report, CancellationToken cancellationToken)
    {
        try
        {
            var tokens = new Dictionary<SyntaxTree, TokenFinder>();
            return [.. inspect().Select(found => (found.Tree.FilePath, Finding(found, tokens, cancellationToken)))];
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

    private static CodeFinding Finding(SourceFinding found, Dictionary<SyntaxTree, TokenFinder> tokens, CancellationToken cancellationToken)
    {
        var place = PlaceOf(found.Tree.GetLineSpan(found.Span, cancellationToken));
        return new(
            found.RuleId, found.Format, found.Name, FindingText.Sentence(found.Reason), found.Confidence, place.Line, place.Column, place.EndLine, place.EndColumn)
        {
            IsKnownByUse = found.IsKnownByUse,
            UsedAt = [.. found.Uses.Select(use => PlaceOf(use.GetLineSpan()))],
            Mark = ValueMark.Of(ValueOf(found, tokens, cancellationToken)),
        };
    }

    private static FindingSubject.Code PlaceOf(FileLinePositionSpan place) => new(
        place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1);

    private static string ValueOf(SourceFinding found, Dictionary<SyntaxTree, TokenFinder> tokens, CancellationToken cancellationToken)
    {
        if (!tokens.TryGetValue(found.Tree, out var finder))
            tokens.Add(found.Tree, finder = new(found.Tree.GetRoot(cancellationToken)));

        var token = finder.At(found.Span.Start);
        return token.Span == found.Span ? token.ValueText : found.Tree.GetText(cancellationToken).ToString(found.Span);
    }

    private static Gap TooDeep(string path) => AsText(path, "its code is nested too deeply to be understood", "Split the expression.");

    private static Gap AsText(string path, string reason, string remedy) =>
        SourceFile.Unread(path, GapKind.LimitReached, $"{reason}: it was read as text", $"{remedy} Or look at the file by hand.");
}
