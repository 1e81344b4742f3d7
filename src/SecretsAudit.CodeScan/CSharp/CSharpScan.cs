using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Runs the analyzers' inspection over C# files, with the best understanding that can be had without a build.</summary>
internal static class CSharpScan
{
    private static readonly CSharpCompilationOptions Compiling = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false);

    // Projects without packages of their own share what was read of the framework.
    private static readonly CSharpCompilation Framework = CSharpCompilation.Create("scan", [], PlatformReferences.All, Compiling);

    /// <summary>Scans files, a compilation a project.</summary>
    /// <param name="files">The files.</param>
    /// <param name="report">Takes what could not be understood.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static IReadOnlyCollection<(string Path, IReadOnlyList<CodeFinding> Findings)> Run(IReadOnlyList<CSharpFile> files, Action<Gap> report, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<(string, IReadOnlyList<CodeFinding>)>();
        var folders = new ProjectFolders();
        foreach (var project in files.GroupBy(file => folders.Of(file.FullPath), StringComparer.Ordinal))
        {
            foreach (var result in ScanProject(ProjectSettings.Read(project.Key), [.. project], report, cancellationToken))
                found.Add(result);
        }

        return found;
    }

    private static IEnumerable<(string Path, IReadOnlyList<CodeFinding> Findings)> ScanProject(
        ProjectSettings project, IReadOnlyList<CSharpFile> files, Action<Gap> report, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        var trees = new SyntaxTree?[files.Count];
        Parallel.For(0, files.Count, parallel, index => trees[index] = Parse(files[index], report, cancellationToken));
        var parsed = trees.OfType<SyntaxTree>().ToArray();
        var compilation = (project.Packages.Count == 0 ? Framework : Framework.AddReferences(project.Packages)).AddSyntaxTrees([.. project.Usings, .. parsed]);

        var findings = new ConcurrentDictionary<(string Path, int Line, int Column), (string Path, CodeFinding Finding)>();
        Parallel.ForEach(parsed, parallel, tree =>
        {
            foreach (var finding in Inspect(tree, compilation, report, cancellationToken))
                findings.TryAdd((finding.Path, finding.Finding.Line, finding.Finding.Column), finding);
        });
        return findings.Values.GroupBy(finding => finding.Path, finding => finding.Finding, StringComparer.Ordinal)
            .Select(file => (file.Key, (IReadOnlyList<CodeFinding>)[.. file]));
    }

    private static SyntaxTree? Parse(CSharpFile file, Action<Gap> report, CancellationToken cancellationToken)
    {
        // The parser and the binder recurse: what nests this deep was made to break a tool, and is told before either sees it.
        if (SourceInspection.NestingOf(file.Text) <= SourceInspection.DeepestNesting)
            return CSharpSyntaxTree.ParseText(file.Text, ProjectSettings.Parsing, file.Path, cancellationToken: cancellationToken);

        report(TooDeep(file.Path));
        return null;
    }

    private static IReadOnlyList<(string Path, CodeFinding Finding)> Inspect(
        SyntaxTree tree, CSharpCompilation compilation, Action<Gap> report, CancellationToken cancellationToken)
    {
        try
        {
            return [.. SourceInspection.Inspect(tree, compilation, InspectionSettings.Standard, cancellationToken).Select(Finding)];
        }
        catch (InsufficientExecutionStackException)
        {
            report(TooDeep(tree.FilePath));
            return [];
        }
    }

    private static (string Path, CodeFinding Finding) Finding(SourceFinding found)
    {
        var place = found.Tree.GetLineSpan(found.Span);
        return (found.Tree.FilePath, new(
            found.RuleId, found.Format, found.Name, FindingText.Sentence(found.Reason), found.Confidence,
            place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1));
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
