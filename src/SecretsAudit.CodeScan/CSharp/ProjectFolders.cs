namespace SecretsAudit.CodeScan.CSharp;

/// <summary>Which project a file belongs to: the nearest one above it.</summary>
internal sealed class ProjectFolders
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The project's folder; empty when there is none above.</summary>
    public string Of(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        return folder is null ? "" : Find(folder);
    }

    private string Find(string folder)
    {
        if (_known.TryGetValue(folder, out var known))
            return known;
        var found = Directory.EnumerateFiles(folder, "*.csproj").Any() ? folder
            : Path.GetDirectoryName(folder) is { } parent && !Directory.Exists(Path.Combine(folder, ".git")) ? Find(parent)
            : "";
        return _known[folder] = found;
    }
}
