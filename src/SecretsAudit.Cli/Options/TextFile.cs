namespace SecretsAudit.Cli.Options;

/// <summary>Small files that a user names: a configuration, waivers, a baseline.</summary>
internal static class TextFile
{
    // A YAML file is refused by its reader far below this; the bound keeps a mistaken path to a disk image out of memory.
    private const long LongestYaml = 4 * 1024 * 1024;

    private const long LongestBaseline = 512L * 1024 * 1024;

    /// <summary>The text of a YAML file.</summary>
    /// <exception cref="UsageException">It is far too long to be one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string ReadYaml(string path, string name)
    {
        Bound(path, name, LongestYaml);
        return File.ReadAllText(path);
    }

    /// <summary>The bytes of a baseline.</summary>
    /// <exception cref="UsageException">It is far too long to be one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadBaseline(string path, string name)
    {
        Bound(path, name, LongestBaseline);
        return File.ReadAllBytes(path);
    }

    private static void Bound(string path, string name, long longest)
    {
        if (new FileInfo(path).Length > longest)
            throw new UsageException($"'{name}' is larger than the {longest / (1024 * 1024)} MB that are read of such a file.");
    }
}
