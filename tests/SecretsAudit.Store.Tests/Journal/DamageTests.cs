using Microsoft.Win32.SafeHandles;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Journal;

public sealed class DamageTests : IDisposable
{
    private const int Secrets = 16;

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

    [Theory]
    [InlineData("store.db")]
    [InlineData("store-a.log")]
    [InlineData("store.json")]
    [InlineData("trail.db")]
    [InlineData("root.key")]
    public async Task Bits_flipped_all_over_a_file_are_named_or_change_no_answer(string name)
    {
        using var copy = new TemporaryFolder();
        await CopyAsAfterAPowerCutAsync(copy);
        var intact = copy.Snapshot();
        Assert.Equal(0, await FlipAtAsync(copy, intact, name, position: null));

        var found = 0;
        var used = Used(intact[name]);
        for (var position = 0; position < used; position += Math.Max(1, used / 30))
        {
            found += await FlipAtAsync(copy, intact, name, position);
        }

        // Some bytes of a database mean nothing, and the trail is recovered from its own log; every byte of the others counts.
        Assert.InRange(found, name is "trail.db" ? 0 : 5, 64);
    }

    [Fact]
    public async Task A_bit_flipped_in_the_log_is_found_and_not_taken_for_a_torn_end()
    {
        using var copy = new TemporaryFolder();
        await CopyAsAfterAPowerCutAsync(copy);
        var intact = copy.Snapshot();
        const string Log = "store-a.log";
        var used = Used(intact[Log]);
        for (var position = 0; position < used * 3 / 4; position += used / 40)
        {
            Restore(copy, intact, Log, position);

            var error = await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(copy.Options));

            Assert.Contains(Log, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_torn_end_of_the_log_is_recovered_from()
    {
        using var copy = new TemporaryFolder();
        await CopyAsAfterAPowerCutAsync(copy);
        var intact = copy.Snapshot();
        const string Log = "store-a.log";
        Restore(copy, intact, Log, position: null);
        var torn = (byte[])intact[Log].Clone();
        torn.AsSpan(Used(torn) - 100).Clear();
        await File.WriteAllBytesAsync(Path.Combine(copy.Path, Log), torn);

        await using var store = await TestStore.OpenAsync(copy.Options);

        await AssertValuesAsync(store);
    }

    [Fact]
    public async Task A_bit_flipped_in_the_log_while_the_store_runs_stops_writes_and_is_named_by_the_next_start()
    {
        var options = new StoreOptions { DataDirectory = _folder.Path, StartAt = TestStore.Start, Ticking = false, CheckpointBytes = 16 * 1024 };
        await using (var store = await TestStore.OpenAsync(options))
        {
            for (var i = 0; i < Secrets; i++)
            {
                await store.Do(new CreateSecret.Request { Name = $"s{i}", SecretString = $"value {i}" });
            }

            FlipInLog(position: 700);

            var refused = await Assert.ThrowsAsync<InternalServiceError>(async () =>
            {
                // The log is read again when it is full.
                for (var i = 0; i < 1000; i++)
                {
                    await store.Do(new CreateSecret.Request { Name = $"later{i}", SecretString = new string('x', 4096) });
                }
            });
            Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
            await AssertValuesAsync(store);
        }

        var error = await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(options));
        Assert.Contains("store-a.log", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bit_flipped_in_the_last_commit_while_the_store_runs_is_not_taken_for_a_torn_end()
    {
        await using (var store = await WithOneSecretAsync())
        {
            FlipInLog(Used(ReadLog()) - 20);
        }

        await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));
    }

    // What follows is room for commits to come.
    private static int Used(byte[] file) => file.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

    // 1 when the damage was found.
    private static async Task<int> FlipAtAsync(TemporaryFolder copy, Dictionary<string, byte[]> intact, string name, int? position)
    {
        Restore(copy, intact, name, position);
        try
        {
            await using var store = await TestStore.OpenAsync(copy.Options);
            await AssertValuesAsync(store);
            return 0;
        }
        catch (Exception found) when (found is StoreDamagedException or RootKeyException)
        {
            return 1;
        }
    }

    private static async Task AssertValuesAsync(TestStore store)
    {
        for (var i = 0; i < Secrets; i++)
        {
            Assert.Equal($"value {i}", (await store.Do(new GetSecretValue.Request { SecretId = $"s{i}" })).SecretString);
        }
    }

    private static void Restore(TemporaryFolder copy, Dictionary<string, byte[]> intact, string name, int? position)
    {
        foreach (var file in Directory.GetFiles(copy.Path))
        {
            File.Delete(file);
        }

        foreach (var (file, bytes) in intact)
        {
            var written = (byte[])bytes.Clone();
            if (file == name && position is { } at)
            {
                written[at] ^= 0x10;
            }

            var path = Path.Combine(copy.Path, file);
            File.WriteAllBytes(path, written);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    // The files of a store that was not closed, so that commits lie in the log and others in the database.
    private async Task CopyAsAfterAPowerCutAsync(TemporaryFolder copy)
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            for (var i = 0; i < Secrets / 2; i++)
            {
                await store.Do(new CreateSecret.Request { Name = $"s{i}", SecretString = $"value {i}" });
            }
        }

        // Everything is in the database now: what is left in the log would only hide where the next commits end.
        File.Delete(Path.Combine(_folder.Path, "store-a.log"));
        await using var open = await TestStore.OpenAsync(_folder.Options);
        for (var i = Secrets / 2; i < Secrets; i++)
        {
            await open.Do(new CreateSecret.Request { Name = $"s{i}", SecretString = $"value {i}" });
        }

        // The end of the log may be torn by a power cut: nothing is asked of this one.
        await open.Do(new CreateSecret.Request { Name = "last", SecretString = "last" });
        foreach (var name in (string[])["store.db", "store.db-wal", "store-a.log", "store-b.log", "store.json", "trail.db", "root.key"])
        {
            File.Copy(Path.Combine(_folder.Path, name), Path.Combine(copy.Path, name));
        }
    }

    private byte[] ReadLog()
    {
        using var log = OpenLog();
        var bytes = new byte[RandomAccess.GetLength(log)];
        RandomAccess.Read(log, bytes, 0);
        return bytes;
    }

    private void FlipInLog(int position)
    {
        using var log = OpenLog();
        var bytes = new byte[1];
        RandomAccess.Read(log, bytes, position);
        bytes[0] ^= 0x10;
        RandomAccess.Write(log, bytes, position);
    }

    private SafeFileHandle OpenLog() => File.OpenHandle(Path.Combine(_folder.Path, "store-a.log"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

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
