namespace SecretsAudit.CodeScan.Trees;

/// <summary>What git ignores: patterns of all <c>.gitignore</c> files from the root down, the last one that matches wins.</summary>
/// <remarks>https://git-scm.com/docs/gitignore#_pattern_format</remarks>
internal sealed class GitIgnore
{
    private const int MostPatterns = 2000;
    private const int LongestPattern = 500;
    private readonly IReadOnlyList<Pattern> _patterns;

    private GitIgnore(IReadOnlyList<Pattern> patterns) => _patterns = patterns;

    /// <summary>Ignores nothing.</summary>
    public static GitIgnore None { get; } = new([]);

    /// <summary>What the files above a folder ignore, up to the repository's root, as seen from the folder.</summary>
    public static GitIgnore Above(string folder)
    {
        var full = Path.GetFullPath(folder);
        var above = new List<string>();
        for (var at = full; at is not null; at = Path.GetDirectoryName(at))
        {
            if (at != full)
                above.Add(at);
            if (Directory.Exists(Path.Combine(at, ".git")))
            {
                above.Reverse();
                return above.Aggregate(None, (rules, parent) => rules.With(parent, "", full));
            }
        }

        // No repository: nothing above counts.
        return None;
    }

    /// <summary>These rules and those of a folder's own file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">Its path from the scanned root.</param>
    /// <param name="seenFrom">The scanned root when it lies below the folder; null when the folder lies below the root.</param>
    public GitIgnore With(string folder, string relative, string? seenFrom = null)
    {
        var file = Path.Combine(folder, ".gitignore");
        if (!File.Exists(file))
            return this;
        var below = seenFrom is null ? "" : Path.GetRelativePath(folder, seenFrom).Replace('\\', '/') + "/";
        var own = File.ReadLines(file).Take(MostPatterns).Select(line => Parse(line, relative, below)).OfType<Pattern>();
        return new([.. _patterns, .. own]);
    }

    /// <summary>Whether a path is ignored.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        for (var i = _patterns.Count - 1; i >= 0; i--)
        {
            if (_patterns[i].Matches(path, isFolder))
                return !_patterns[i].IsNegated;
        }

        return false;
    }

    private static Pattern? Parse(string line, string relative, string below)
    {
        line = line.TrimEnd('\r', ' ', '\t');
        if (line.Length is 0 or > LongestPattern || line[0] == '#')
            return null;
        var isNegated = line[0] == '!';
        if (isNegated || line[0] == '\\')
            line = line[1..];
        var onlyFolders = line.EndsWith('/');
        line = line.TrimEnd('/');
        if (line.Length == 0)
            return null;
        // A slash at the beginning or in the middle ties the pattern to its file's folder.
        var isTied = line.Contains('/', StringComparison.Ordinal);
        return new(line.TrimStart('/'), isTied, isNegated, onlyFolders, relative.Length == 0 ? "" : relative + "/", below);
    }

    private sealed record Pattern(string Glob, bool IsTied, bool IsNegated, bool OnlyFolders, string Root, string Below)
    {
        public bool Matches(string path, bool isFolder)
        {
            if ((OnlyFolders && !isFolder) || !path.StartsWith(Root, StringComparison.Ordinal))
                return false;
            if (!IsTied)
                return Trees.Glob.Matches(Glob, path.AsSpan(path.LastIndexOf('/') + 1));
            return Below.Length == 0 ? Trees.Glob.Matches(Glob, path.AsSpan(Root.Length)) : Trees.Glob.Matches(Glob, Below + path[Root.Length..]);
        }
    }
}
