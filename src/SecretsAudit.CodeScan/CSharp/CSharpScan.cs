using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Runs the analyzers' inspection over C# files, with the best understanding that can be had without a build.</summary>
internal static class CSharpScan
{
    // More readers than this cost memory and gain little: inspection waits for no disk.
    private static readonly int MostThreads = Math.Min(Environment.ProcessorCount, 8);

    private const long MostLeft = 48 << 20;

    /// <summary>Scans files, a compilation a project, and lets go of its projects as it goes.</summary>
    /// <param name="files">The files.</param>
    /// <param name="read">Reads one; null, with a gap, when it cannot be read.</param>
    /// <param name="stored">Values to compare literals with; null for none.</param>
    /// <param name="most">When it has found more, it reads no further.</param>
    /// <param name="report">Takes what could not be understood.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public static IEnumerable<(string Path, IReadOnlyList<CodeFinding> Findings)> Run(
        IReadOnlyList<CSharpFile> files, Func<CSharpFile, string?> read, StoredValues? stored, int most, Action<Gap> report, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = MostThreads };
        var folders = new ProjectFolders();
        var projects = files.GroupBy(file => folders.Of(file.FullPath), StringComparer.Ordinal)
            .Select(project => (Scan: new ProjectScan(project.Key, read, stored, report), Files: project.ToList())).ToList();

        // The last file of a small project leaves the other processors idle, so small projects go together.
        var longTokens = CSharpInspection.MostInLongTokens;
        foreach (var together in Portions.Together(projects.SelectMany(project => Portions.Of(project.Files), (project, portion) => (project.Scan, Files: portion)), portion => portion.Files))
        {
            var left = longTokens;
            Parallel.ForEach(together, parallel, portion => Interlocked.Add(ref longTokens, -portion.Scan.Scan(portion.Files, left, parallel)));
            if (projects.Sum(project => project.Scan.Count) > most)
                break;

            // Nothing of the portions is needed any more; the collector by itself lets lie about twice what they took.
            if (GC.GetTotalMemory(forceFullCollection: false) > MostLeft)
                GC.Collect();
        }

        return projects.SelectMany(project => project.Scan.Findings());
    }
}
