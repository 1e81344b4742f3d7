using System.Runtime.CompilerServices;

namespace SecretsAudit.Engine.Tests;

/// <summary>Where the product's own rules lie in the repository.</summary>
internal static class ShippedRules
{
    public static string Directory { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "../../rules"));

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
