using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.Cli.Tests;

/// <summary>The store's commands, on a store that rests and on one that is served.</summary>
public sealed class StoreCommandTests
{
    [Fact]
    public async Task A_served_store_is_backed_up_and_put_back_while_it_serves()
    {
        using var line = new CommandLine();
        await using var served = await ServedStore.StartAsync(line, "--data", "store");
        using var client = Client(served, line);
        await client.CreateSecretAsync(new CreateSecretRequest { Name = "kept", SecretString = "first" });

        Assert.Equal(0, await line.RunAsync("store", "backup", "monday", "--data", "store"));
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "kept", SecretString = "second" });
        Assert.Equal(0, await line.RunAsync("store", "restore", "monday", "--data", "store"));

        Assert.Equal("first", (await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "kept" })).SecretString);
    }

    [Fact]
    public async Task The_status_of_a_served_store_names_its_address()
    {
        using var line = new CommandLine();
        await using var served = await ServedStore.StartAsync(line, "--data", "store", "--account", "210987654321");

        Assert.Equal(0, await line.RunAsync("store", "status", "--data", "store"));

        Assert.Contains($"served:    {served.Address.ToString().TrimEnd('/')}", line.Output, StringComparison.Ordinal);
        Assert.Contains("accounts:  210987654321", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resting_store_is_checked_backed_up_and_made_anew_elsewhere()
    {
        using var line = new CommandLine();
        await using (var served = await ServedStore.StartAsync(line, "--data", "store"))
        {
            using var client = Client(served, line);
            await client.CreateSecretAsync(new CreateSecretRequest { Name = "kept", SecretString = "first" });
        }

        Assert.Equal(0, await line.RunAsync("store", "backup", "monday", "--data", "store"));
        Assert.Equal(0, await line.RunAsync("store", "restore", "monday", "--data", "other", "--root-key-file", "store/root.key"));
        Assert.Equal(0, await line.RunAsync("store", "status", "--data", "other", "--root-key-file", "store/root.key"));

        Assert.Contains("served:    no", line.Output, StringComparison.Ordinal);
        Assert.Contains("secrets:   1", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seeding_that_fails_leaves_no_half_estate_to_be_taken_for_a_whole_one()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("store", "seed", "demo", "--data", "store", "--credentials", "."));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(line.Folder, "store")));
        Assert.Equal(0, await line.RunAsync("store", "seed", "demo", "--data", "store", "--if-new"));
        Assert.True(File.Exists(Path.Combine(line.Folder, "store/credentials")));
    }

    [Fact]
    public async Task A_backup_without_its_root_key_makes_no_store()
    {
        using var line = new CommandLine();
        await using (await ServedStore.StartAsync(line, "--data", "store"))
        {
            Assert.Equal(0, await line.RunAsync("store", "backup", "monday", "--data", "store"));
        }

        Assert.Equal(2, await line.RunAsync("store", "restore", "monday", "--data", "other"));

        Assert.Contains("root key", line.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(line.Folder, "other")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_rotation_only_the_new_root_key_opens_the_store(bool isServed)
    {
        using var line = new CommandLine();
        await using (await ServedStore.StartAsync(line, "--data", "store"))
        {
            if (isServed)
            {
                Assert.Equal(0, await line.RunAsync("store", "rotate-root-key", "--data", "store", "--new-root-key-file", "new.key"));
            }
        }

        if (!isServed)
        {
            Assert.Equal(0, await line.RunAsync("store", "rotate-root-key", "--data", "store", "--new-root-key-file", "new.key"));
        }

        Assert.Equal(2, await line.RunAsync("store", "status", "--data", "store"));
        Assert.Equal(0, await line.RunAsync("store", "status", "--data", "store", "--root-key-file", "new.key"));
    }

    [Fact]
    public async Task A_refused_backup_says_why()
    {
        using var line = new CommandLine();
        line.Write("monday/there", "already");
        await using var served = await ServedStore.StartAsync(line, "--data", "store");

        Assert.Equal(2, await line.RunAsync("store", "backup", "monday", "--data", "store"));

        Assert.Contains("exists already", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_suites_may_reset_only_a_store_that_allows_it()
    {
        using var line = new CommandLine();
        using var http = new HttpClient();
        await using var open = await ServedStore.StartAsync(line, "--in-memory", "--dev-credentials", "test:test", "--allow-reset");
        await using var closed = await ServedStore.StartAsync(line, "--in-memory", "--dev-credentials", "test:test");

        using var reset = await http.PostAsync(new Uri(open.Address, "/moto-api/reset"), null);
        using var refused = await http.PostAsync(new Uri(closed.Address, "/moto-api/reset"), null);

        Assert.Equal(200, (int)reset.StatusCode);
        Assert.InRange((int)refused.StatusCode, 400, 499);
        Assert.Contains("--allow-reset", open.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("backup")]
    public async Task The_owners_requests_are_not_answered_on_the_port(string path)
    {
        using var line = new CommandLine();
        using var http = new HttpClient();
        await using var served = await ServedStore.StartAsync(line, "--data", "store");

        using var answer = await http.GetAsync(new Uri(served.Address, "/" + path));

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Each_of_several_well_known_keys_belongs_to_an_account_of_its_own()
    {
        using var line = new CommandLine();
        await using var served = await ServedStore.StartAsync(line, "--in-memory", "--dev-credentials", "test:test", "--dev-credentials", "other:p@ss@210987654321");
        using var first = Client(served, "test", "test");
        using var second = Client(served, "other", "p@ss");

        var made = await second.CreateSecretAsync(new CreateSecretRequest { Name = "theirs", SecretString = "x" });

        Assert.Contains(":210987654321:", made.ARN, StringComparison.Ordinal);
        Assert.Empty((await first.ListSecretsAsync(new ListSecretsRequest())).SecretList ?? []);
        Assert.Contains("in account 210987654321", served.Told(), StringComparison.Ordinal);
    }

    private static AmazonSecretsManagerClient Client(ServedStore served, CommandLine line)
    {
        var key = line.Read("store/credentials").Split('\n').Where(row => row.Contains('=', StringComparison.Ordinal)).Select(row => row[(row.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim()).ToArray();
        return Client(served, key[0], key[1]);
    }

    private static AmazonSecretsManagerClient Client(ServedStore served, string key, string secret)
    {
        return new(new BasicAWSCredentials(key, secret), new AmazonSecretsManagerConfig { ServiceURL = served.Address.ToString(), AuthenticationRegion = "eu-west-1" });
    }
}
