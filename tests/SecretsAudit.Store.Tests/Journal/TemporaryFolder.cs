namespace SecretsAudit.Store.Tests.Journal;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("secretsaudit-store-").FullName;

    public StoreOptions Options => new() { DataDirectory = Path, StartAt = TestStore.Start, Ticking = false, IdentifierSeed = 7 };

    /// <summary>Every file's bytes, by name.</summary>
    public Dictionary<string, byte[]> Snapshot() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(file => file[(Path.Length + 1)..], File.ReadAllBytes);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
