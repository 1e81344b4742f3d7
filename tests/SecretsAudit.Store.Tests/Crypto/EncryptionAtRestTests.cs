using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Tests.Journal;

namespace SecretsAudit.Store.Tests.Crypto;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html</summary>
public sealed class EncryptionAtRestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_file_of_the_folder_holds_a_value_or_an_access_keys_secret()
    {
        const string Planted = "planted-9f8e7d6c5b4a-value";
        string secretKey;
        await using (var store = await TestStore.OpenAsync(_folder.Options))
        {
            await store.Do(new CreateSecret.Request { Name = "text", SecretString = Planted });
            await store.Do(new CreateSecret.Request { Name = "binary", SecretBinary = Encoding.UTF8.GetBytes(Planted) });
            await store.Do(new UpdateSecret.Request { SecretId = "text", SecretString = Planted + "2" });
            await store.Do(new ReplicateSecretToRegions.Request { SecretId = "text", AddReplicaRegions = [new() { Region = "us-east-1" }] });
            await store.Do(new GetSecretValue.Request { SecretId = "text" });
            secretKey = (await store.Store.Accounts.CreateAccessKeyAsync(store.Root.Principal)).SecretAccessKey;

            // Also while the write-ahead log is there.
            AssertAbsent(Planted, secretKey);
        }

        AssertAbsent(Planted, secretKey);
    }

    [Fact]
    public async Task The_same_value_is_never_the_same_ciphertext()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "same" });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "same" });

        var boxes = new[] { "a", "b" }.Select(name => store.Store.State.Secret(TestStore.Account, TestStore.Region, name)!.Versions.Single().Value.Box).ToArray();

        Assert.NotEqual(boxes[0], boxes[1]);
    }

    [Fact]
    public void A_value_opens_only_under_the_secret_and_version_it_was_sealed_for()
    {
        using var root = RootKey.Random();
        using var envelope = new Envelope(root);
        var key = new SecretsAudit.Store.State.KmsKey
        {
            Account = TestStore.Account,
            Region = TestStore.Region,
            KeyId = "k",
            Created = TestStore.Start,
            Policy = "",
            WrappedMaterial = envelope.NewKeyMaterial(SecretsAudit.Store.State.Arn.Key(TestStore.Region, TestStore.Account, "k")),
        };
        var context = new EncryptionContext("arn:a", new("v1"));
        var sealedValue = envelope.Seal(key, context, "planted"u8, isBinary: false);

        Assert.Equal("planted"u8.ToArray(), envelope.Open(key, context, sealedValue.WrappedDataKey, sealedValue.Box));
        Assert.ThrowsAny<CryptographicException>(() => envelope.Open(key, context with { VersionId = new("v2") }, sealedValue.WrappedDataKey, sealedValue.Box));
        Assert.ThrowsAny<CryptographicException>(() => envelope.Open(key, context with { SecretArn = "arn:b" }, sealedValue.WrappedDataKey, sealedValue.Box));
    }

    [Fact]
    public async Task A_deleted_key_is_forgotten_in_memory_too()
    {
        await using var store = await TestStore.OpenAsync();
        var key = (await store.Do(new Operations.Kms.CreateKey.Request())).KeyMetadata.KeyId;
        var before = store.Store.Envelope.MaterialCount;
        await store.Do(new Operations.SecretsManager.CreateSecret.Request { Name = "a", SecretString = "x", KmsKeyId = key });
        Assert.Equal(before + 1, store.Store.Envelope.MaterialCount);

        await store.Do(new Operations.Kms.ScheduleKeyDeletion.Request { KeyId = key, PendingWindowInDays = 7 });
        await store.PassAsync(TimeSpan.FromDays(8));

        Assert.Equal(before, store.Store.Envelope.MaterialCount);
    }

    private void AssertAbsent(params string[] texts)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var text in texts)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, $"{Path.GetFileName(file)} holds a planted value");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))) < 0, $"{Path.GetFileName(file)} holds a planted value in base64");
            }
        }
    }
}
