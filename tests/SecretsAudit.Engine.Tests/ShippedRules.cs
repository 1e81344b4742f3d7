using System.Runtime.CompilerServices;

namespace SecretsAudit.Engine.Tests;

/// <summary>Where the product's own rules lie in the repository.</summary>
internal static class ShippedRules
{
    private static readonly string[] Others = ["prices", "frameworks", "credentials"];

    public static string Directory { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "../../rules"));

    /// <summary>The rules' files, from the folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. System.IO.Directory.EnumerateFiles(Directory, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Directory, path).Replace('\\', '/'))
            .Where(path => !Others.Contains(path.Split('/')[0]))
            .Order(StringComparer.Ordinal),
    ];

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
