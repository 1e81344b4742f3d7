using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Runs the analyzers' inspection over C# files, with the best understanding that can be had without a build.</summary>
internal static class CSharpScan
{
    // More readers than this cost memory and gain little: inspection waits for no disk.
    private static readonly int MostThreads = Math.Min(Environment.ProcessorCount, 8);

    /// <summary>Scans files, a compilation a project, and lets go of each project before the next.</summary>
    /// <param name="files">The files.</param>
    /// <param name="read">Reads one; null, with a gap, when it cannot be read.</param>
    /// <param name="stored">Values to compare literals with; null for none.</param>
    /// <param name="report">Takes what could not be understood.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static IReadOnlyCollection<(string Path, IReadOnlyList<CodeFinding> Findings)> Run(
        IReadOnlyList<CSharpFile> files, Func<CSharpFile, string?> read, StoredValues? stored, Action<Gap> report, CancellationToken cancellationToken)
    {
        var found = new List<(string, IReadOnlyList<CodeFinding>)>();
        var folders = new ProjectFolders();
        foreach (var project in files.GroupBy(file => folders.Of(file.FullPath), StringComparer.Ordinal))
        {
            var settings = ProjectSettings.Read(project.Key);
            var matches = new ConcurrentDictionary<string, IReadOnlyList<CodeFinding>>(StringComparer.Ordinal);
            var findings = new ConcurrentDictionary<(string Path, int Line, int Column), Reached>();
            foreach (var portion in Portions.Of([.. project]))
                ScanPortion(settings, portion, Matched, findings, report, cancellationToken);
            found.AddRange(findings.GroupBy(finding => finding.Key.Path, finding => finding.Value.Finding, StringComparer.Ordinal)
                .Select(file => (file.Key, StoreMatches.Merge([.. file], matches.GetValueOrDefault(file.Key) ?? [], stored))));
            var told = findings.Keys.Select(place => place.Path).ToHashSet(StringComparer.Ordinal);
            found.AddRange(matches.Where(file => !told.Contains(file.Key)).Select(file => (file.Key, file.Value)));

            string? Matched(CSharpFile file)
            {
                var text = read(file);
                if (text is not null && stored is not null && StoreMatches.In(text, stored) is { Count: > 0 } known)
                    matches[file.Path] = known;
                return text;
            }
        }

        return found;
    }

    private static void ScanPortion(
        ProjectSettings project, IReadOnlyList<CSharpFile> files, Func<CSharpFile, string?> read,
        ConcurrentDictionary<(string Path, int Line, int Column), Reached> findings, Action<Gap> report, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = MostThreads };
        var trees = new SyntaxTree?[files.Count];
        Parallel.For(0, files.Count, parallel, index =>
            trees[index] = read(files[index]) is { } text ? CSharpInspection.Parse(files[index].Path, text, report, cancellationToken) : null);
        var parsed = trees.OfType<SyntaxTree>().ToArray();
        var framework = CSharpInspection.Framework;
        var compilation = (project.Packages.Count == 0 ? framework : framework.AddReferences(project.Packages)).AddSyntaxTrees([.. project.Usings, .. parsed]);
        Parallel.ForEach(parsed, parallel, tree =>
        {
            foreach (var (path, finding) in CSharpInspection.Inspect(tree, compilation, report, cancellationToken))
            {
                var reached = new Reached(tree.FilePath, IsOwn: path == tree.FilePath, finding);
                findings.AddOrUpdate((path, finding.Line, finding.Column), reached, (_, other) => reached.With(other));
            }
        });
    }

    // A literal can be reached from several files, which are inspected in any order: its own file tells what it is, else the first by name.
    private sealed record Reached(string From, bool IsOwn, CodeFinding Finding)
    {
        public Reached With(Reached other)
        {
            var (told, more) = IsBefore(other) ? (this, other) : (other, this);
            var uses = told.Finding.UsedAt.Concat(more.Finding.UsedAt).Distinct().OrderBy(use => use.Path, StringComparer.Ordinal).ThenBy(use => use.Line).Take(SourceFinding.MostUses);
            return told with { Finding = told.Finding with { UsedAt = [.. uses] } };
        }

        private bool IsBefore(Reached other) => IsOwn != other.IsOwn ? IsOwn : string.CompareOrdinal(From, other.From) <= 0;
    }
}
