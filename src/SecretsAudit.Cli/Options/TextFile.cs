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
        using var reader = new StreamReader(new MemoryStream(Read(path, name, LongestYaml)));
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of a file of event rules, which is as small as a configuration.</summary>
    /// <exception cref="UsageException">It is far too long to be one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadEventRules(string path, string name) => Read(path, name, LongestYaml);

    /// <summary>The bytes of a baseline.</summary>
    /// <exception cref="UsageException">It is far too long to be one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadBaseline(string path, string name) => Read(path, name, LongestBaseline);

    // A pipe or a device has no length that could be asked for, so the bound holds while it is read, too.
    private static byte[] Read(string path, string name, long longest)
    {
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > longest)
                throw new UsageException($"'{name}' is larger than the {longest / (1024 * 1024)} MB that are read of such a file.");
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}
