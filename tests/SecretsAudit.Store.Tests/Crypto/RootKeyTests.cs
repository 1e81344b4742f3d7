using System.Runtime.Versioning;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Tests.Journal;

namespace SecretsAudit.Store.Tests.Crypto;

[UnsupportedOSPlatform("windows")]
public sealed class RootKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_key_file_that_only_its_owner_can_read()
    {
        await (await TestStore.OpenAsync(_folder.Options)).DisposeAsync();

        var file = Path.Combine(_folder.Path, "root.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(32, Convert.FromBase64String(await File.ReadAllTextAsync(file)).Length);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_key_file_that_others_may_use_is_refused(UnixFileMode extra)
    {
        await (await TestStore.OpenAsync(_folder.Options)).DisposeAsync();
        File.SetUnixFileMode(Path.Combine(_folder.Path, "root.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | extra);

        var error = await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_nothing_is_touched()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "root.key"), Convert.ToBase64String(new byte[32]));
        var before = _folder.Snapshot();

        await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(_folder.Options));

        var after = _folder.Snapshot();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public async Task A_missing_key_file_is_not_made_anew_for_a_store_that_exists()
    {
        await (await TestStore.OpenAsync(_folder.Options)).DisposeAsync();
        File.Delete(Path.Combine(_folder.Path, "root.key"));

        await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.False(File.Exists(Path.Combine(_folder.Path, "root.key")));
    }

    [Fact]
    public async Task A_passphrase_opens_the_store_it_made_and_another_does_not()
    {
        var options = _folder.Options with { RootKey = new RootKeySource.Passphrase("correct horse battery") };
        await using (var store = await TestStore.OpenAsync(options))
        {
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        }

        await using (var again = await TestStore.OpenAsync(options))
        {
            Assert.Equal("x", (await again.Do(new GetSecretValue.Request { SecretId = "a" })).SecretString);
        }

        await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(options with { RootKey = new RootKeySource.Passphrase("another passphrase") }));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "root.key")));
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("short", "is not 32 bytes")]
    public async Task An_environment_variable_must_hold_a_key(string? value, string expected)
    {
        var name = "SECRETSAUDIT_TEST_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, value);

        var error = await Assert.ThrowsAsync<RootKeyException>(() => TestStore.OpenAsync(_folder.Options with { RootKey = new RootKeySource.EnvironmentVariable(name) }));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_variable_with_a_key_opens_the_store()
    {
        var name = "SECRETSAUDIT_TEST_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
        var options = _folder.Options with { RootKey = new RootKeySource.EnvironmentVariable(name) };

        await (await TestStore.OpenAsync(options)).DisposeAsync();
        await (await TestStore.OpenAsync(options)).DisposeAsync();
    }

    [Fact]
    public void A_passphrase_never_shows_in_text() =>
        Assert.Equal("Passphrase", new RootKeySource.Passphrase("correct horse battery").ToString());
}
