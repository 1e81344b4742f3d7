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

    // What a file takes however short it is, as bytes of source do.
    private const long OfAnyFile = 500;

    /// <summary>The portions, in the files' order.</summary>
    public static IEnumerable<IReadOnlyList<CSharpFile>> Of(IReadOnlyList<CSharpFile> files)
    {
        if (files.Sum(SizeOf) <= Largest)
            return [files];
        var byOrigin = files.ToLookup(file => IsGenerated(file.Path));
        return Divide(byOrigin[false], Largest, SizeOf).Concat(Divide(byOrigin[true], LargestGenerated, SizeOf));
    }

    /// <summary>Portions of any projects that take no more memory together than one that is as large as can be.</summary>
    public static IEnumerable<IReadOnlyList<T>> Together<T>(IEnumerable<T> portions, Func<T, IReadOnlyList<CSharpFile>> files) =>
        Divide(portions, Largest, portion => files(portion).Sum(SizeOf));

    private static IEnumerable<IReadOnlyList<T>> Divide<T>(IEnumerable<T> parts, long largest, Func<T, long> length)
    {
        var portion = new List<T>();
        var size = 0L;
        foreach (var part in parts)
        {
            if (portion.Count > 0 && size + length(part) > largest)
            {
                yield return portion;
                portion = [];
                size = 0;
            }

            portion.Add(part);
            size += length(part);
        }

        if (portion.Count > 0)
            yield return portion;
    }

    private static long SizeOf(CSharpFile file) => file.Length + OfAnyFile;

    private static bool IsGenerated(string path) =>
        path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("ModelSnapshot.cs", StringComparison.OrdinalIgnoreCase);
}
