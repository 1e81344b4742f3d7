using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Trees;

/// <summary>Walks folders: what git ignores and what tools make is left out, links are not followed.</summary>
internal static class SourceTree
{
    private const int Deepest = 100;

    /// <summary>Whether a path leads through a folder of dependencies or of what tools make.</summary>
    public static bool IsSkipped(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (MadeFolders.Has(path.AsSpan(0, end)))
                return true;
        }

        return false;
    }

    /// <summary>The files, lazily; each once.</summary>
    public static IEnumerable<SourcePath> Files(CodeScanOptions options, Action<Gap> report) => options.Root is not { } root
        ? FilesOfPaths(options, report)
        : FilesOfPaths(options, report).DistinctBy(file => file.Full, StringComparer.Ordinal)
            .Select(file => file with { Relative = Path.GetRelativePath(root, file.Full).Replace(Path.DirectorySeparatorChar, '/') });

    private static IEnumerable<SourcePath> FilesOfPaths(CodeScanOptions options, Action<Gap> report)
    {
        foreach (var path in options.Paths)
        {
            if (File.Exists(path))
            {
                yield return new(Path.GetFileName(path), path);
                continue;
            }

            foreach (var file in Walk(path, "", options.RespectsGitIgnore ? GitIgnore.Above(path) : GitIgnore.None, options, report, 0))
                yield return file;
        }
    }

    private static IEnumerable<SourcePath> Walk(string folder, string relative, GitIgnore ignored, CodeScanOptions options, Action<Gap> report, int depth)
    {
        if (depth > Deepest)
        {
            report(Unread(relative, GapKind.LimitReached, $"folders are nested more than {Deepest} deep", "Scan the folder by itself."));
            yield break;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            report(Unread(relative, refused is UnauthorizedAccessException ? GapKind.Denied : GapKind.Failed, refused.Message, "Let the scanning user read it."));
            yield break;
        }

        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var rules = options.RespectsGitIgnore ? ignored.With(folder, relative) : ignored;
        foreach (var entry in entries)
        {
            // A link leads out of the tree, or round in it: what it points to is scanned where it is.
            if (entry.LinkTarget is not null)
                continue;
            var path = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
            var isFolder = entry is DirectoryInfo;
            if (isFolder && MadeFolders.Has(path) || rules.Ignores(path, isFolder))
                continue;
            if (!isFolder)
            {
                yield return new(path, entry.FullName);
                continue;
            }

            foreach (var file in Walk(entry.FullName, path, rules, options, report, depth + 1))
                yield return file;
        }
    }

    private static Gap Unread(string relative, GapKind kind, string reason, string remedy) =>
        new() { Operation = "scan", Subject = relative.Length == 0 ? "." : relative, Reason = reason.Length <= 500 ? reason : reason[..500], Remedy = remedy, Kind = kind };
}
