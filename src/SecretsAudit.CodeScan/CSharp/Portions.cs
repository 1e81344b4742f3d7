namespace SecretsAudit.CodeScan.CSharp;

/// <summary>
/// Divides a project into what is compiled at once, so that memory is bounded by a number of ours and not by the largest project. Nearly every project
/// is one portion; what a generator wrote (migrations above all, tens of megabytes of them) is no way that a value takes, and stands apart.
/// </summary>
internal static class Portions
{
    /// <summary>Bytes of source in one compilation; its trees and symbols take some fifteen times as much.</summary>
    public const long Largest = 6 << 20;

    private const long LargestGenerated = 2 << 20;

    /// <summary>The portions, in the files' order.</summary>
    public static IEnumerable<IReadOnlyList<CSharpFile>> Of(IReadOnlyList<CSharpFile> files)
    {
        if (files.Sum(file => file.Length) <= Largest)
            return [files];
        var byOrigin = files.ToLookup(file => IsGenerated(file.Path));
        return Divide(byOrigin[false], Largest).Concat(Divide(byOrigin[true], LargestGenerated));
    }

    private static IEnumerable<IReadOnlyList<CSharpFile>> Divide(IEnumerable<CSharpFile> files, long largest)
    {
        var portion = new List<CSharpFile>();
        var size = 0L;
        foreach (var file in files)
        {
            if (portion.Count > 0 && size + file.Length > largest)
            {
                yield return portion;
                portion = [];
                size = 0;
            }

            portion.Add(file);
            size += file.Length;
        }

        if (portion.Count > 0)
            yield return portion;
    }

    private static bool IsGenerated(string path) =>
        path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("ModelSnapshot.cs", StringComparison.OrdinalIgnoreCase);
}
