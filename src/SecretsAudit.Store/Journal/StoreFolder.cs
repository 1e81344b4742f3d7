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

        var key = RootKeyReader.Read(source, salt, mayCreate: format is null);
        if (format is not null && !CryptographicOperations.FixedTimeEquals(format.RootKeyCheck, Check(key, format)))
        {
            throw new RootKeyException($"The root key is not the one that {path} was made with. Nothing was opened or changed.");
        }

        var held = Hold(System.IO.Path.Combine(path, "lock"));
        if (format is null)
        {
            WriteFormat(path, salt, key);
        }

        return new(path, held, key);
    }

    public void Dispose()
    {
        Key.Dispose();
        _lock.Dispose();
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

    private static void WriteFormat(string path, byte[] salt, RootKey key)
    {
        var format = new FormatRecord { FormatVersion = FormatRecord.CurrentVersion, Salt = salt, RootKeyCheck = [] };
        format = format with { RootKeyCheck = Check(key, format) };
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

    private static void CreateOwned(string path)
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
