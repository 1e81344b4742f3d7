using System.Globalization;
using System.Reflection;
using SecretsAudit.CodeScan;
using SecretsAudit.Model;

namespace SecretsAudit.Benchmarks.Credentials;

/// <summary>
/// Accuracy on lines of public repositories that a reader has labelled, by kind. The lines are not here, only their places: <c>labels.tsv</c>. Each
/// repository is to be checked out at the commit named there, in a folder of its own name.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/SecretsAudit.Benchmarks labels FOLDER</c></remarks>
internal static class LabelledLines
{
    private sealed record Label(string Repository, string Commit, string Path, int Line, bool IsCredential, string Kind);

    /// <summary>Scans and counts; 0 when every repository was there.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var reported = new HashSet<(string Repository, string Path, int Line)>();
        var labels = new List<Label>();
        var missing = 0;
        foreach (var repository in Read().GroupBy(label => label.Repository, StringComparer.Ordinal))
        {
            var tree = Path.Combine(folder, repository.Key[(repository.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            if (!Directory.Exists(tree))
            {
                Console.WriteLine($"{tree} is not there: check out {repository.Key} at {repository.First().Commit}.");
                missing++;
                continue;
            }

            labels.AddRange(repository);
            var result = await CodeScanner.ScanAsync(new() { Paths = [tree] }, CancellationToken.None);
            foreach (var finding in result.Findings)
            {
                if (finding.Subject is FindingSubject.Code place)
                    reported.UnionWith(Enumerable.Range(place.Line, place.EndLine - place.Line + 1).Select(line => (repository.Key, place.Path, line)));
            }
        }

        bool IsReported(Label label) => reported.Contains((label.Repository, label.Path, label.Line));
        var credentials = labels.Where(label => label.IsCredential).ToList();
        var others = labels.Where(label => !label.IsCredential).ToList();
        foreach (var kind in credentials.GroupBy(label => label.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
            Print($"credential, {kind.Key}", kind.Count(IsReported), kind.Count(), "found");
        foreach (var kind in others.GroupBy(label => label.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
            Print($"none, {kind.Key}", kind.Count(label => !IsReported(label)), kind.Count(), "left alone");

        PrintAccuracy("configuration", labels.Where(label => !IsCSharp(label)), IsReported);
        PrintAccuracy("C#", labels.Where(IsCSharp), IsReported);
        PrintAccuracy("all", labels, IsReported);
        foreach (var label in labels.Where(label => label.IsCredential != IsReported(label)))
            Console.WriteLine($"  {(label.IsCredential ? "missed" : "wrong")}: {label.Repository} {label.Path}:{label.Line} ({label.Kind})");
        return missing == 0 ? 0 : 1;
    }

    private static bool IsCSharp(Label label) => label.Path.EndsWith(".cs", StringComparison.Ordinal);

    private static void PrintAccuracy(string what, IEnumerable<Label> labels, Func<Label, bool> isReported)
    {
        var all = labels.ToList();
        double found = all.Count(label => label.IsCredential && isReported(label)), wrong = all.Count(label => !label.IsCredential && isReported(label));
        var (precision, recall) = (found / Math.Max(1, found + wrong), found / Math.Max(1, all.Count(label => label.IsCredential)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: precision {precision:F3}, recall {recall:F3}, F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3} on {all.Count} lines"));
    }

    private static void Print(string what, int right, int all, string verb) => Console.WriteLine($"{what,-45} {right,4} of {all,4} {verb}");

    private static IEnumerable<Label> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("labels.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var repository, var commit, var path, var number, var label, var kind])
                yield return new(repository, commit, path, int.Parse(number, CultureInfo.InvariantCulture), label == "credential", kind);
        }
    }
}
