using System.Security.Cryptography;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>A folder of compiled rules. Each assembly lies beside its SHA-256, and is not loaded unless the two agree.</summary>
/// <param name="directory">The folder.</param>
/// <param name="isOwned">True when nobody but the owner may be able to enter it.</param>
internal sealed class CompiledRuleFolder(string directory, bool isOwned)
{
    private const int MostAssemblies = 20;
    private const int LargestAssembly = 16 * 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Reads the assembly compiled for a key; null when it is not there, not intact, or where others could have put it.</summary>
    public byte[]? Read(string key)
    {
        try
        {
            var assembly = new FileInfo(AssemblyPath(key));
            if (!assembly.Exists || assembly.Length > LargestAssembly || !IsPrivate())
                return null;

            // Hashed and loaded from the same bytes, so that a change in between cannot slip in.
            var bytes = File.ReadAllBytes(assembly.FullName);
            return File.ReadAllText(HashPath(key)).Trim() == Hash(bytes) ? bytes : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores an assembly.</summary>
    /// <returns>Null when it is stored; else why it could not be, as a clause.</returns>
    public string? Write(string key, byte[] assembly)
    {
        try
        {
            Create();
            if (!IsPrivate())
                return $"{directory} can be entered by others, so compiled rules are not kept there";

            // The hash comes last: without it, half an assembly is no assembly.
            Replace(AssemblyPath(key), assembly);
            Replace(HashPath(key), System.Text.Encoding.ASCII.GetBytes(Hash(assembly)));
            Forget();
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"{directory} cannot be written: {unwritable.Message}";
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Replace(string path, byte[] bytes)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    // Each change of a rule leaves an assembly behind; only the latest are of use.
    private void Forget()
    {
        var latest = new DirectoryInfo(directory).GetFiles("*.dll").OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal);
        foreach (var file in latest.Skip(MostAssemblies))
        {
            file.Delete();
            File.Delete(HashPath(Path.GetFileNameWithoutExtension(file.Name)));
        }
    }

    private void Create()
    {
        if (isOwned && !OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory, OwnerOnly);
        else
            Directory.CreateDirectory(directory);
    }

    // On Windows the folder lies in the user's profile, which others cannot enter.
    private bool IsPrivate() => !isOwned || OperatingSystem.IsWindows()
        || (new DirectoryInfo(directory).LinkTarget is null && (File.GetUnixFileMode(directory) & ~OwnerOnly) == UnixFileMode.None);

    private string AssemblyPath(string key) => Path.Combine(directory, key + ".dll");

    private string HashPath(string key) => Path.Combine(directory, key + ".sha256");
}
