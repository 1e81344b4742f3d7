using System.Collections.Immutable;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Tests.Journal;

[UnsupportedOSPlatform("windows")]
public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_format_1_opens_and_is_of_format_3_from_then_on()
    {
        WriteFormat1();

        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            Assert.Equal(["999999999999"], store.Store.Accounts.AccountIds.Where(id => id != TestStore.Account));
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        }

        Assert.Contains("\"FormatVersion\":3", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "store.json")), StringComparison.Ordinal);
        await using var again = await TestStore.OpenAsync(_folder.Options);
        Assert.Equal("x", (await again.Do(new GetSecretValue.Request { SecretId = "a" })).SecretString);
    }

    [Fact]
    public async Task Rows_that_an_earlier_format_wrote_as_json_are_read()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x", Description = "in JSON", Tags = [new() { Key = "k", Value = "v" }] });
            await store.Do(new PutSecretValue.Request { SecretId = "a", SecretString = "y", VersionStages = ["AWSCURRENT", "blue"] });
        }

        WriteRowsAsJson();

        await using var again = await TestStore.OpenAsync(_folder.Options);
        var described = await again.Do(new DescribeSecret.Request { SecretId = "a" });
        Assert.Equal("in JSON", described.Description);
        Assert.Equal("v", described.Tags!.Single().Value);
        Assert.Equal("x", (await again.Do(new GetSecretValue.Request { SecretId = "a", VersionStage = "AWSPREVIOUS" })).SecretString);
        Assert.Equal("y", (await again.Do(new GetSecretValue.Request { SecretId = "a", VersionStage = "blue" })).SecretString);
    }

    [Fact]
    public async Task Another_root_key_takes_effect_without_a_value_being_written_anew()
    {
        var next = new RootKeySource.KeyFile(Path.Combine(_folder.Path, "next.key"));
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        }

        var before = Values();
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            store.Store.RotateRootKey(next);
            Assert.Equal("x", (await store.Do(new GetSecretValue.Request { SecretId = "a" })).SecretString);
        }

        await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(_folder.Options));
        await using (var again = await TestStore.OpenAsync(_folder.Options with { RootKey = next }))
        {
            Assert.Equal("x", (await again.Do(new GetSecretValue.Request { SecretId = "a" })).SecretString);
        }

        Assert.Equal(before, Values());
    }

    [Fact]
    public async Task A_new_root_key_that_is_not_safe_changes_nothing()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);
        var open = Path.Combine(_folder.Path, "open.key");
        await File.WriteAllTextAsync(open, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var before = await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "store.json"));

        Assert.Throws<RootKeyException>(() => store.Store.RotateRootKey(new RootKeySource.KeyFile(open)));

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "store.json")));
    }

    [Fact]
    public async Task An_altered_store_key_is_named()
    {
        await (await TestStore.OpenAsync(_folder.Options)).DisposeAsync();
        var file = Path.Combine(_folder.Path, "store.json");
        var format = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file), RowJson.Default.FormatRecord)!;
        format.WrappedStoreKey![20] ^= 1;
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(format, RowJson.Default.FormatRecord));

        var error = await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.Contains("store.json", error.Message, StringComparison.Ordinal);
    }

    // As formats 1 and 2 wrote them.
    private void WriteRowsAsJson()
    {
        using var key = StoreFolder.KeyOf(_folder.Path, new RootKeySource.KeyFile(Path.Combine(_folder.Path, "root.key")));
        var codec = new RowCodec(key);
        using var journal = new SqliteJournal(_folder.Path, codec);
        var written = new List<StoredRow>();
        foreach (var secret in journal.Load(ImmutableDictionary<RowId, StoredRow?>.Empty).OfType<Secret>())
        {
            written.Add(codec.Sign(secret.Id, JsonSerializer.SerializeToUtf8Bytes(secret, RowJson.Default.Secret)));
            foreach (var version in secret.Versions)
            {
                var id = SecretValues.IdOf(secret, version.Id);
                written.Add(codec.Sign(id, JsonSerializer.SerializeToUtf8Bytes(version.Value, RowJson.Default.SealedValue)));
            }
        }

        Assert.Equal(3, written.Count);
        written.ForEach(row => journal.Write(row.Id, row));
    }

    // The sealed values' rows as they lie in the file.
    private string Values()
    {
        using var connection = SqliteFile.Open(Path.Combine(_folder.Path, SqliteJournal.FileName), "FULL");
        using var command = SqliteFile.Command(connection, "SELECT group_concat(hex(body) || hex(mac)) FROM row WHERE kind = 7");
        return (string)command.ExecuteScalar()!;
    }

    // As the first format was written: everything hangs from the root key itself.
    private void WriteFormat1()
    {
        var bytes = RandomNumberGenerator.GetBytes(RootKey.Length);
        using var root = RootKey.FromBytes(bytes);
        var key = Path.Combine(_folder.Path, "root.key");
        File.WriteAllText(key, Convert.ToBase64String(bytes));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var salt = RandomNumberGenerator.GetBytes(16);
        var check = HMACSHA256.HashData(root.Derive("format-check"), (byte[])[1, .. salt]);
        var format = new FormatRecord { FormatVersion = 1, Salt = salt, RootKeyCheck = check };
        File.WriteAllBytes(Path.Combine(_folder.Path, "store.json"), JsonSerializer.SerializeToUtf8Bytes(format, RowJson.Default.FormatRecord));
        var codec = new RowCodec(root);
        using var journal = new SqliteJournal(_folder.Path, codec);
        var account = new Account { AccountId = "999999999999", Name = "old" };
        journal.Write(account.Id, codec.Encode(account.Id, account));
    }
}
