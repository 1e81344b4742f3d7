using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Journal;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        string arn, keyId, accessKeyId;
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            keyId = (await store.Do(new CreateKey.Request { Description = "orders" })).KeyMetadata.KeyId;
            await store.Do(new CreateAlias.Request { AliasName = "alias/orders", TargetKeyId = keyId });
            arn = (await store.Do(new CreateSecret.Request { Name = "a/b", SecretString = "one", KmsKeyId = "alias/orders", Tags = [new() { Key = "k", Value = "v" }] })).ARN;
            await store.Do(new PutSecretValue.Request { SecretId = arn, SecretBinary = [1, 2, 3] });
            accessKeyId = (await store.Store.Accounts.CreateAccessKeyAsync(store.Root.Principal)).AccessKeyId;
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);
        var current = await again.Do(new GetSecretValue.Request { SecretId = arn });
        var previous = await again.Do(new GetSecretValue.Request { SecretId = arn, VersionStage = "AWSPREVIOUS" });
        var described = await again.Do(new DescribeSecret.Request { SecretId = arn });

        Assert.Equal([1, 2, 3], current.SecretBinary);
        Assert.Equal("one", previous.SecretString);
        Assert.Equal("v", described.Tags!.Single().Value);
        Assert.Equal("orders", (await again.Do(new DescribeKey.Request { KeyId = "alias/orders" })).KeyMetadata.Description);
        Assert.NotNull(again.Store.State.AccessKey(accessKeyId));
    }

    [Fact]
    public async Task A_deleted_secret_stays_deleted_and_its_values_leave_the_folder()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "gone", SecretString = "x" });
            await store.Do(new DeleteSecret.Request { SecretId = "gone", ForceDeleteWithoutRecovery = true });
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => again.Do(new DescribeSecret.Request { SecretId = "gone" }));
        Assert.Empty((await again.Do(new ListSecrets.Request())).SecretList);
    }

    [Fact]
    public async Task A_moved_clock_does_not_go_back_over_a_restart()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.PassAsync(TimeSpan.FromDays(90));
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);

        Assert.Equal(TestStore.Start.AddDays(90), again.Store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_second_process_is_kept_out()
    {
        await using var store = await TestStore.OpenAsync(_folder.Options);

        var error = await Assert.ThrowsAsync<StoreInUseException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_format_is_refused()
    {
        await (await TestStore.OpenAsync(_folder.Options)).DisposeAsync();
        var file = Path.Combine(_folder.Path, "store.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"FormatVersion\":3", "\"FormatVersion\":4", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<StoreDamagedException>(() => TestStore.OpenAsync(_folder.Options));

        Assert.Contains("format version 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_is_there_after_a_restart()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);
        var found = await again.Do(new Operations.CloudTrail.LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "CreateSecret" }] });

        Assert.Single(found.Events);
        Assert.DoesNotContain("\"x\"", found.Events[0].CloudTrailEvent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_their_write()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => store.Do(new CreateSecret.Request { Name = $"s{i}", SecretString = $"v{i}" }))));
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);
        for (var i = 0; i < 500; i += 50)
        {
            Assert.Equal($"v{i}", (await again.Do(new GetSecretValue.Request { SecretId = $"s{i}" })).SecretString);
        }

        Assert.Equal(500, again.Store.State.Region(TestStore.Account, TestStore.Region).ByName.Count);
    }

    [Fact]
    public async Task A_principals_policies_survive_a_restart()
    {
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Store.Accounts.CreateUserAsync(TestStore.Account, "reader", new Dictionary<string, string>
            {
                ["read"] = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"secretsmanager:ListSecrets","Resource":"*"}}""",
            });
        }

        await using var again = await TestStore.OpenAsync(_folder.Options);
        var reader = again.Store.Accounts.Find("arn:aws:iam::123456789012:user/reader")!;

        Assert.Empty((await again.As(new Caller(reader), new ListSecrets.Request())).SecretList);
    }
}
