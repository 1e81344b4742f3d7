using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretsAudit.Analyzers.Literals;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Runs the analyzers' scan over C# files, with the best understanding that can be had without a build.</summary>
internal static class CSharpScan
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Compiling = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false);

    // What the SDK's implicit usings bring to most projects.
    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;",
        Parsing);

    /// <summary>Scans files, a compilation a project.</summary>
    public static IReadOnlyCollection<(string Path, IReadOnlyList<CodeFinding> Findings)> Run(IReadOnlyList<CSharpFile> files, Action<Gap> report, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<(string, IReadOnlyList<CodeFinding>)>();
        var folders = new ProjectFolders();
        foreach (var project in files.GroupBy(file => folders.Of(file.FullPath), StringComparer.Ordinal))
        {
            var trees = new ConcurrentDictionary<SyntaxTree, CSharpFile>();
            Parallel.ForEach(project, new ParallelOptions { CancellationToken = cancellationToken }, file => trees[CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path, cancellationToken: cancellationToken)] = file);
            var compilation = CSharpCompilation.Create("scan", [ImplicitUsings, .. trees.OrderBy(tree => tree.Value.Path, StringComparer.Ordinal).Select(tree => tree.Key)], PlatformReferences.All, Compiling);
            Parallel.ForEach(trees, new ParallelOptions { CancellationToken = cancellationToken }, tree =>
            {
                if (Scan(compilation, tree.Key, tree.Value, report, cancellationToken) is { Count: > 0 } findings)
                    found.Add((tree.Value.Path, findings));
            });
        }

        return found;
    }

    private static List<CodeFinding> Scan(CSharpCompilation compilation, SyntaxTree tree, CSharpFile file, Action<Gap> report, CancellationToken cancellationToken)
    {
        var findings = new List<CodeFinding>();
        try
        {
            LiteralScan.Run(compilation.GetSemanticModel(tree), LiteralSettings.Of(file.Path), literal =>
            {
                var place = tree.GetLineSpan(literal.Span, cancellationToken);
                findings.Add(new(
                    literal.RuleId, literal.Match.Format, literal.Name, literal.Message, literal.Match.Confidence,
                    place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1));
            }, cancellationToken);
        }
        catch (InsufficientExecutionStackException)
        {
            report(new() { Operation = "scan", Subject = file.Path, Reason = "its code is nested too deeply to be understood", Remedy = "Split the expression, or look at the file by hand.", Kind = GapKind.LimitReached });
        }

        return findings;
    }
}
