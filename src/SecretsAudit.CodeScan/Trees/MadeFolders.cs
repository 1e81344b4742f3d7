namespace SecretsAudit.CodeScan.Trees;

/// <summary>
/// Folders of what tools fetch or make. A name alone does not tell: <c>bin</c> is also where a project keeps its scripts, and <c>packages</c> where a
/// repository of many projects keeps them.
/// </summary>
internal static class MadeFolders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { ".git", ".hg", ".svn", ".vs", ".idea", "node_modules", ".yarn", "obj", ".terraform", "TestResults" };

    private static readonly HashSet<string> Builds = new(StringComparer.OrdinalIgnoreCase) { "Debug", "Release", "x64", "x86", "ARM64", "AnyCPU", "roslyn" };

    /// <summary>Whether the last folder of a path is one.</summary>
    public static bool Has(ReadOnlySpan<char> path)
    {
        var name = Last(ref path);
        if (Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            return true;
        var parent = Last(ref path);
        return Is(parent, "bin") ? Builds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
            : Is(parent, "packages") ? HasVersion(name)
            : Is(Last(ref path), "packages") && HasVersion($".{name}");
    }

    // packages/Kontor.Kasse.4.2.1 and packages/kontor.kasse/4.2.1, as NuGet lays them out.
    private static bool HasVersion(ReadOnlySpan<char> name)
    {
        var numbers = 0;
        for (var at = name.IndexOf('.'); at >= 0 && at + 1 < name.Length;)
        {
            numbers = char.IsAsciiDigit(name[at + 1]) ? numbers + 1 : 0;
            var next = name[(at + 1)..].IndexOf('.');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return numbers >= 2;
    }

    private static ReadOnlySpan<char> Last(ref ReadOnlySpan<char> path)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        path = slash < 0 ? default : path[..slash];
        return name;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
