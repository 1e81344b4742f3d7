using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Journal;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bit_flipped_in_a_value_is_found_and_named()
    {
        await (await WithOneSecretAsync()).DisposeAsync();
        Flip("SecretValue");

        var error = await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.Contains("SecretValue", error.Message, StringComparison.Ordinal);
        Assert.Contains("payments/db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_edited_behind_the_stores_back_is_found()
    {
        await (await WithOneSecretAsync()).DisposeAsync();
        Edit("UPDATE row SET body = CAST(replace(CAST(body AS TEXT), 'payments database', 'payments DATABASE') AS BLOB) WHERE kind = 6");

        await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));
    }

    [Fact]
    public async Task A_row_moved_under_another_key_is_found()
    {
        await (await WithOneSecretAsync()).DisposeAsync();
        Edit("UPDATE row SET key = replace(key, 'payments/db', 'payments/xx')");

        await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));
    }

    [Fact]
    public async Task A_missing_value_is_found()
    {
        await (await WithOneSecretAsync()).DisposeAsync();
        Edit("DELETE FROM row WHERE kind = 7");

        await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));
    }

    [Fact]
    public async Task Bits_flipped_all_over_the_file_never_change_an_answer()
    {
        await (await WithOneSecretAsync()).DisposeAsync();
        var file = Path.Combine(_folder.Path, "store.db");
        var intact = await File.ReadAllBytesAsync(file);
        var found = 0;
        for (var position = 40; position < intact.Length; position += intact.Length / 60)
        {
            var damaged = (byte[])intact.Clone();
            damaged[position] ^= 0x10;
            await File.WriteAllBytesAsync(file, damaged);
            try
            {
                await using var store = await TestStore.OpenAsync(_folder.Options);
                Assert.Equal("planted", (await store.Do(new GetSecretValue.Request { SecretId = "payments/db" })).SecretString);
            }
            catch (StoreDamagedException)
            {
                found++;
            }
        }

        // Some bytes of a SQLite file mean nothing; the rows themselves lie in the rest.
        Assert.InRange(found, 5, 61);
    }

    private async Task<TestStore> WithOneSecretAsync()
    {
        var store = await TestStore.OpenAsync(_folder.Options);
        await store.Do(new CreateSecret.Request { Name = "payments/db", Description = "payments database", SecretString = "planted" });
        return store;
    }

    private void Flip(string kind) =>
        Edit($"UPDATE row SET body = CAST(substr(body, 1, 20) || CASE WHEN substr(body, 21, 1) = x'41' THEN x'42' ELSE x'41' END || substr(body, 22) AS BLOB) WHERE kind = {(int)Enum.Parse<SecretsAudit.Store.State.RowKind>(kind)}");

    private void Edit(string sql)
    {
        using var connection = SqliteFile.Open(Path.Combine(_folder.Path, "store.db"), "FULL");
        SqliteFile.Execute(connection, sql);
    }
}
