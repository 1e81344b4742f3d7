using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Journal;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _elsewhere = new();

    private string Backup => Path.Combine(_elsewhere.Path, "backup");

    private RootKeySource RootKey => new RootKeySource.KeyFile(Path.Combine(_folder.Path, "root.key"));

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_backup_opens_as_a_store_of_its_own_with_what_was_there_at_its_moment()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "before" });
        await store.Store.BackupAsync(Backup);
        await store.Do(new PutSecretValue.Request { SecretId = "a", SecretString = "after" });

        await using var copy = await TestStore.OpenAsync(_folder.Options with { DataDirectory = Backup, RootKey = RootKey });

        Assert.Equal("before", (await copy.Do(new GetSecretValue.Request { SecretId = "a" })).SecretString);
        Assert.Single((await copy.Do(new Operations.CloudTrail.LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "CreateSecret" }] })).Events);
    }

    [Fact]
    public async Task Writes_go_on_while_a_backup_is_made_and_it_is_consistent()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => store.Do(new CreateSecret.Request { Name = $"s{i}", SecretString = $"v{i}" }))).Append(store.Store.BackupAsync(Backup)));

        await using var copy = await TestStore.OpenAsync(_folder.Options with { DataDirectory = Backup, RootKey = RootKey });

        foreach (var secret in (await copy.Do(new ListSecrets.Request())).SecretList)
        {
            Assert.Equal("v" + secret.Name[1..], (await copy.Do(new GetSecretValue.Request { SecretId = secret.Name })).SecretString);
        }
    }

    [Fact]
    public async Task A_restore_puts_everything_back_while_the_store_serves_and_is_durable()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "kept", SecretString = "before" });
            await store.Do(new CreateSecret.Request { Name = "lost", SecretString = "lost" });
            await store.Store.BackupAsync(Backup);
            await store.Do(new PutSecretValue.Request { SecretId = "kept", SecretString = "after" });
            await store.Do(new DeleteSecret.Request { SecretId = "lost", ForceDeleteWithoutRecovery = true });
            await store.Do(new CreateSecret.Request { Name = "new", SecretString = "new" });

            await store.Store.RestoreAsync(Backup, RootKey);

            Assert.Equal("before", (await store.Do(new GetSecretValue.Request { SecretId = "kept" })).SecretString);
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);
        Assert.Equal("before", (await again.Do(new GetSecretValue.Request { SecretId = "kept" })).SecretString);
        Assert.Equal("lost", (await again.Do(new GetSecretValue.Request { SecretId = "lost" })).SecretString);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => again.Do(new DescribeSecret.Request { SecretId = "new" }));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_changes_nothing()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        await store.Do(new CreateSecret.Request { Name = "planted-name", SecretString = "x" });
        await store.Store.BackupAsync(Backup);
        var file = Path.Combine(Backup, "store.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.AsSpan().IndexOf("planted-name"u8)] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThrowsAsync<StoreDamagedException>(() => store.Store.RestoreAsync(Backup, RootKey));

        Assert.Equal("x", (await store.Do(new GetSecretValue.Request { SecretId = "planted-name" })).SecretString);
    }

    [Fact]
    public async Task Another_stores_backup_is_refused()
    {
        using var other = new TemporaryFolder();
        await using (var store = await TestStore.OpenAsync(other.Options))
        {
            await store.Store.BackupAsync(Backup);
        }

        await using var own = await TestStore.OpenAsync(_folder.Options);
        var key = new RootKeySource.KeyFile(Path.Combine(other.Path, "root.key"));

        await Assert.ThrowsAsync<StoreDamagedException>(() => own.Store.RestoreAsync(Backup, key));
        await Assert.ThrowsAsync<RootKeyException>(() => own.Store.RestoreAsync(Backup, RootKey));
    }

    [Fact]
    public async Task A_backup_never_overwrites_and_a_store_in_memory_has_none()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        await using var memory = await TestStore.OpenAsync();

        await Assert.ThrowsAsync<IOException>(() => store.Store.BackupAsync(_elsewhere.Path));
        await Assert.ThrowsAsync<InvalidOperationException>(() => memory.Store.BackupAsync(Backup));
        Assert.False(Path.Exists(Backup));
    }

    [Fact]
    public async Task A_backup_holds_neither_a_value_nor_the_root_key()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "planted-value-of-the-backup" });
        await store.Store.BackupAsync(Backup);

        Assert.False(File.Exists(Path.Combine(Backup, "root.key")));
        foreach (var file in Directory.EnumerateFiles(Backup))
        {
            Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("planted-value-of-the-backup"u8) < 0, file);
        }
    }
}
