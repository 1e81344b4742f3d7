namespace SecretsAudit.Store.Crypto;

/// <summary>Reads the root key from its source, and refuses one that others may read.</summary>
internal static class RootKeyReader
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static RootKey Read(RootKeySource source, ReadOnlySpan<byte> salt, bool mayCreate) => source switch
    {
        RootKeySource.KeyFile file => FromFile(file, mayCreate),
        RootKeySource.EnvironmentVariable variable => RootKey.FromBase64(
            Environment.GetEnvironmentVariable(variable.Name) is { Length: > 0 } text ? text
                : throw new RootKeyException($"The environment variable {variable.Name} is not set."),
            variable.Name),
        RootKeySource.Passphrase passphrase => RootKey.FromPassphrase(passphrase.Text, salt),
        _ => throw new RootKeyException("A store with a data folder needs a root key that outlives the process."),
    };

    private static RootKey FromFile(RootKeySource.KeyFile source, bool mayCreate)
    {
        if (!File.Exists(source.Path))
        {
            return mayCreate && source.CreateWhenMissing ? Create(source.Path)
                : throw new RootKeyException($"The root key file {source.Path} is missing.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(source.Path) & Others) != UnixFileMode.None)
        {
            throw new RootKeyException($"The root key file {source.Path} is open to other users: run chmod 600 on it.");
        }

        try
        {
            return RootKey.FromBase64(File.ReadAllText(source.Path), source.Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RootKeyException($"The root key file {source.Path} cannot be read: {failure.Message}", failure);
        }
    }

    private static RootKey Create(string path)
    {
        var key = RootKey.Random();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(key.ToBase64());
        writer.Flush();
        stream.Flush(flushToDisk: true);
        return key;
    }
}
