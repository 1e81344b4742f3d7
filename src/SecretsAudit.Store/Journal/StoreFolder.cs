using System.Security.Cryptography;
using System.Text.Json;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Journal;

/// <summary>Opens a data folder: one process at a time, the right format, the right root key – and touches nothing before all three hold.</summary>
internal sealed class StoreFolder : IDisposable
{
    private const string FormatFile = "store.json";

    private readonly FileStream _lock;

    private StoreFolder(string path, FileStream held, RootKey key)
    {
        Path = path;
        _lock = held;
        Key = key;
    }

    public string Path { get; }

    /// <summary>The store's own key; the root key only wraps it.</summary>
    public RootKey Key { get; }

    public static StoreFolder Open(string directory, RootKeySource? source)
    {
        var path = System.IO.Path.GetFullPath(directory);
        var format = ReadFormat(System.IO.Path.Combine(path, FormatFile));
        if (format is null && File.Exists(System.IO.Path.Combine(path, SqliteJournal.FileName)))
        {
            throw new StoreDamagedException($"{path} holds {SqliteJournal.FileName} but no {FormatFile}; restore both from the same backup.");
        }

        var salt = format?.Salt ?? RandomNumberGenerator.GetBytes(16);
        source ??= new RootKeySource.KeyFile(System.IO.Path.Combine(path, "root.key"));
        if (format is null)
        {
            CreateOwned(path);
        }

        var root = RootKeyReader.Read(source, salt, mayCreate: format is null);
        var key = format is null ? RootKey.Random() : KeyOf(format, root, path);
        var held = Hold(System.IO.Path.Combine(path, "lock"));
        if (format is not { FormatVersion: FormatRecord.CurrentVersion })
        {
            // A new folder, or one of an older format: the box is all that format 2 adds, and format 3 adds files and kinds of rows.
            WriteFormat(path, salt, root, key);
        }

        if (!ReferenceEquals(root, key))
        {
            root.Dispose();
        }

        return new(path, held, key);
    }

    /// <summary>The key of a folder that is only read, such as a backup.</summary>
    /// <exception cref="RootKeyException">The folder was made with another root key.</exception>
    public static RootKey KeyOf(string directory, RootKeySource source)
    {
        var path = System.IO.Path.GetFullPath(directory);
        var format = ReadFormat(System.IO.Path.Combine(path, FormatFile)) ?? throw new StoreDamagedException($"{path} holds no {FormatFile}: it is no store and no backup.");
        return KeyOf(format, RootKeyReader.Read(source, format.Salt, mayCreate: false), path);
    }

    /// <summary>Puts the store's key under another root key; nothing else changes, and the old root key opens the folder no more.</summary>
    public void RotateRootKey(RootKeySource next)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        using var root = RootKeyReader.Read(next, salt, mayCreate: true);
        WriteFormat(Path, salt, root, Key);
    }

    /// <summary>Copies what a backup needs besides the databases; the root key is not part of it.</summary>
    public void CopyFormatTo(string directory) =>
        File.Copy(System.IO.Path.Combine(Path, FormatFile), System.IO.Path.Combine(directory, FormatFile));

    public void Dispose()
    {
        Key.Dispose();
        _lock.Dispose();
    }

    public static void CreateOwned(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whether a process has the folder open.</summary>
    public static bool IsHeld(string directory)
    {
        var file = System.IO.Path.Combine(directory, "lock");
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            Hold(file).Dispose();
            return false;
        }
        catch (StoreInUseException)
        {
            return true;
        }
    }

    /// <summary>Puts a backup into a new folder, which then is a store.</summary>
    public static void CopyBackup(string backup, string directory)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));
        var target = path + ".part";
        CreateOwned(target);
        try
        {
            foreach (var file in (string[])[FormatFile, SqliteJournal.FileName, Trail.SqliteTrailLog.FileName])
            {
                var copy = System.IO.Path.Combine(target, file);
                File.Copy(System.IO.Path.Combine(backup, file), copy);
                using var stream = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite);
                stream.Flush(flushToDisk: true);
            }

            // An empty folder that is there already, such as a mounted volume's, is taken.
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.Move(target, path);
        }
        catch
        {
            Directory.Delete(target, recursive: true);
            throw;
        }
    }

    private static RootKey KeyOf(FormatRecord format, RootKey root, string path)
    {
        if (!CryptographicOperations.FixedTimeEquals(format.RootKeyCheck, Check(root, format)))
        {
            throw new RootKeyException($"The root key is not the one that {path} was made with. Nothing was opened or changed.");
        }

        try
        {
            return format.WrappedStoreKey is { } wrapped ? root.Unwrap(wrapped) : root;
        }
        catch (CryptographicException damage)
        {
            throw new StoreDamagedException($"{System.IO.Path.Combine(path, FormatFile)} holds a store key that fails its check: the file was altered or damaged.", damage);
        }
    }

    private static FormatRecord? ReadFormat(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var format = JsonSerializer.Deserialize(File.ReadAllBytes(file), RowJson.Default.FormatRecord)
                ?? throw new StoreDamagedException($"{file} is empty.");
            return format.FormatVersion <= FormatRecord.CurrentVersion
                ? format
                : throw new StoreDamagedException($"{file} has format version {format.FormatVersion}; this program knows up to {FormatRecord.CurrentVersion}. Use a newer one.");
        }
        catch (JsonException damage)
        {
            throw new StoreDamagedException($"{file} is not readable: {damage.Message}", damage);
        }
    }

    private static void WriteFormat(string path, byte[] salt, RootKey root, RootKey key)
    {
        var format = new FormatRecord { FormatVersion = FormatRecord.CurrentVersion, Salt = salt, RootKeyCheck = [], WrappedStoreKey = key.WrapUnder(root) };
        format = format with { RootKeyCheck = Check(root, format) };
        var temporary = System.IO.Path.Combine(path, FormatFile + ".new");
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, format, RowJson.Default.FormatRecord);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, System.IO.Path.Combine(path, FormatFile), overwrite: true);
    }

    private static byte[] Check(RootKey key, FormatRecord format) =>
        HMACSHA256.HashData(key.Derive("format-check"), (byte[])[(byte)format.FormatVersion, .. format.Salt]);

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException inUse)
        {
            throw new StoreInUseException($"Another process serves {System.IO.Path.GetDirectoryName(file)}.", inUse);
        }
    }
}
