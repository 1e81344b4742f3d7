using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Tests.Journal;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Access;

/// <summary>
/// The KMS keys of secrets: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html and, for a key that changes,
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_update-encryption-key.html
/// </summary>
public sealed class SecretKeyTests : IAsyncLifetime
{
    private const string Token = "11111111-1111-1111-1111-111111111111";

    private TestStore _store = null!;
    private string _first = null!;
    private string _second = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        (_first, _second) = (await Key(), await Key());
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    /// <summary>"When you establish or change the KMS key that is associated with secret, Secrets Manager calls the GenerateDataKey and Decrypt operations."</summary>
    [Theory]
    [InlineData("kms:GenerateDataKey")]
    [InlineData("kms:Decrypt")]
    public async Task A_key_is_given_to_a_secret_by_who_may_encrypt_and_decrypt_with_it(string granted)
    {
        var user = await UserAsync(granted);

        await Refused(user, new CreateSecret.Request { Name = "app", KmsKeyId = _first });
        await Accept(await UserAsync("kms:GenerateDataKey", "kms:Decrypt"), new CreateSecret.Request { Name = "app", KmsKeyId = _first });
        await Refused(user, new UpdateSecret.Request { SecretId = "app", KmsKeyId = _second });
    }

    /// <summary>"You can decrypt AWSCURRENT, AWSPENDING, and AWSPREVIOUS with the previous key or the new key."</summary>
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public async Task A_version_in_use_opens_by_the_previous_key_and_by_the_new_one(bool previousIsDisabled, bool newIsDisabled, bool opens)
    {
        await CreateAndChangeKey();

        await Disable(previousIsDisabled ? _first : null, newIsDisabled ? _second : null);

        if (opens)
        {
            Assert.Equal("second", (await Read()).SecretString);
            Assert.Equal("first", (await Read("AWSPREVIOUS")).SecretString);
        }
        else
        {
            await Assert.ThrowsAsync<DecryptionFailure>(() => Read());
        }
    }

    [Fact]
    public async Task A_caller_opens_a_version_by_whichever_of_its_keys_it_may_use()
    {
        await CreateAndChangeKey();
        var read = new GetSecretValue.Request { SecretId = "app" };

        await Accept(await UserOfAsync(_first, "kms:Decrypt"), read);
        await Accept(await UserOfAsync(_second, "kms:Decrypt"), read);
        await Refused(await UserOfAsync(await Key(), "kms:Decrypt"), read);
    }

    /// <summary>"To make it so that AWSCURRENT can only be decrypted by the new encryption key, create a new version of the secret with the new key."</summary>
    [Fact]
    public async Task A_new_version_opens_by_the_new_key_alone()
    {
        await CreateAndChangeKey();
        await Put("third");

        await Disable(_second);

        await Assert.ThrowsAsync<DecryptionFailure>(() => Read());
        Assert.Equal("second", (await Read("AWSPREVIOUS")).SecretString);
    }

    [Fact]
    public async Task A_deprecated_version_stays_under_the_key_it_had()
    {
        var oldest = (await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first })).VersionId;
        await Put("second");
        await Put("third");
        await _store.Do(new UpdateSecret.Request { SecretId = "app", KmsKeyId = _second });

        await Disable(_first);

        Assert.Equal("third", (await Read()).SecretString);
        await Assert.ThrowsAsync<DecryptionFailure>(() => _store.Do(new GetSecretValue.Request { SecretId = "app", VersionId = oldest }));
    }

    /// <summary>"If you don't have kms:Decrypt permission to the previous key … the existing versions are not re-encrypted"; and API_UpdateSecret of kms:Encrypt.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_version_is_not_encrypted_anew_by_who_may_not(bool mayDecryptByThePrevious, bool mayEncryptByTheNew)
    {
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        var user = await UserOfAsync(_second, ["kms:GenerateDataKey", "kms:Decrypt", .. mayEncryptByTheNew ? ["kms:Encrypt"] : Array.Empty<string>()]);
        if (mayDecryptByThePrevious)
        {
            await _store.Store.Accounts.PutPolicyAsync(user.Principal, "previous", Allow(["kms:Decrypt"], _first));
        }

        await Accept(user, new UpdateSecret.Request { SecretId = "app", KmsKeyId = _second });

        Assert.Equal(_second, (await _store.Do(new DescribeSecret.Request { SecretId = "app" })).KmsKeyId);
        Assert.Equal([_first], await KeysOfCurrent());
    }

    [Fact]
    public async Task The_list_of_versions_names_every_key_the_secrets_own_first()
    {
        await CreateAndChangeKey();
        Assert.Equal([_second, _first], await KeysOfCurrent());

        await _store.Do(new UpdateSecret.Request { SecretId = "app", KmsKeyId = _first });
        Assert.Equal([_first, _second], await KeysOfCurrent());

        await _store.Do(new UpdateSecret.Request { SecretId = "app", KmsKeyId = "" });
        Assert.Equal(["DefaultEncryptionKey", _first, _second], await KeysOfCurrent());
    }

    [Fact]
    public async Task The_earlier_keys_are_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await TestStore.OpenAsync(folder.Options))
        {
            (_first, _second) = ((await store.Do(new CreateKey.Request())).KeyMetadata.Arn, (await store.Do(new CreateKey.Request())).KeyMetadata.Arn);
            await store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
            await store.Do(new UpdateSecret.Request { SecretId = "app", KmsKeyId = _second });
        }

        await using var again = await TestStore.OpenAsync(folder.Options);
        await again.Do(new DisableKey.Request { KeyId = _second });

        Assert.Equal("first", (await again.Do(new GetSecretValue.Request { SecretId = "app" })).SecretString);
    }

    /// <summary>"Secrets Manager decrypts the existing secret value and compares it to the secret value in the request."</summary>
    [Fact]
    public async Task A_request_that_is_sent_again_is_compared_by_who_may_decrypt()
    {
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first, ClientRequestToken = Token });
        var again = new PutSecretValue.Request { SecretId = "app", SecretString = "first", ClientRequestToken = Token };

        await Refused(await UserAsync("kms:GenerateDataKey"), again);
        await Accept(await UserAsync("kms:Decrypt"), again);
    }

    /// <summary>"You can also use the keys or values in the encryption context as a condition for using the KMS key."</summary>
    [Theory]
    [InlineData("kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com", true)]
    [InlineData("kms:ViaService", "secretsmanager.eu-central-1.amazonaws.com", false)]
    [InlineData("kms:EncryptionContext:SecretVersionId", Token, true)]
    [InlineData("kms:EncryptionContext:SecretVersionId", "22222222-2222-2222-2222-222222222222", false)]
    [InlineData("aws:ResourceTag/team", "orders", true)]
    [InlineData("aws:ResourceTag/team", "billing", false)]
    public async Task A_policy_may_ask_through_which_service_for_which_version_and_for_which_key(string conditionKey, string value, bool allowed)
    {
        await _store.Do(new Operations.Kms.TagResource.Request { KeyId = _first, Tags = [new() { TagKey = "team", TagValue = "orders" }] });
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first, ClientRequestToken = Token });
        var user = await UserAsync();
        await _store.Store.Accounts.PutPolicyAsync(user.Principal, "key", Allow(["kms:Decrypt"], _first, $$$""","Condition":{"StringEquals":{"{{{conditionKey}}}":"{{{value}}}"}}"""));

        await (allowed ? Accept(user, new GetSecretValue.Request { SecretId = "app" }) : Refused(user, new GetSecretValue.Request { SecretId = "app" }));
    }

    [Fact]
    public async Task A_grant_lets_its_grantee()
    {
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        var user = await UserAsync();
        await Refused(user, new GetSecretValue.Request { SecretId = "app" });

        await _store.Do(new CreateGrant.Request { KeyId = _first, GranteePrincipal = user.Arn, Operations = ["Decrypt"] });

        await Accept(user, new GetSecretValue.Request { SecretId = "app" });
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html, "Required permissions".</summary>
    [Theory]
    [InlineData("kms:Decrypt", "kms:GenerateDataKey,kms:Encrypt", "InSync")]
    [InlineData("kms:Encrypt", "kms:GenerateDataKey,kms:Encrypt", "Failed")]
    [InlineData("kms:Decrypt", "kms:GenerateDataKey", "Failed")]
    [InlineData("kms:Decrypt", "kms:Encrypt", "Failed")]
    public async Task Who_replicates_decrypts_by_the_primarys_key_and_encrypts_by_the_replicas(string primary, string replica, string status)
    {
        var there = await Key("eu-central-1");
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        var user = await UserAsync(primary);
        await _store.Store.Accounts.PutPolicyAsync(user.Principal, "replica", Allow(replica.Split(','), there));

        var answer = await _store.As(user, new ReplicateSecretToRegions.Request { SecretId = "app", AddReplicaRegions = [new() { Region = "eu-central-1", KmsKeyId = there }] });

        Assert.Equal(status, answer.ReplicationStatus!.Single().Status);
    }

    [Fact]
    public async Task A_replica_gets_another_key_only_by_who_may_use_it()
    {
        var (there, other) = (await Key("eu-central-1"), await Key("eu-central-1"));
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        await _store.Do(new ReplicateSecretToRegions.Request { SecretId = "app", AddReplicaRegions = [new() { Region = "eu-central-1", KmsKeyId = there }] });
        var request = new ReplicateSecretToRegions.Request { SecretId = "app", AddReplicaRegions = [new() { Region = "eu-central-1", KmsKeyId = other }] };

        await Accept(await UserAsync(), request);
        Assert.Equal(there, (await _store.Do(new DescribeSecret.Request { SecretId = "app" }, "eu-central-1")).KmsKeyId);

        await Accept(await UserAsync("kms:*"), request);
        Assert.Equal(other, (await _store.Do(new DescribeSecret.Request { SecretId = "app" }, "eu-central-1")).KmsKeyId);
    }

    [Fact]
    public async Task A_replica_follows_whoever_changes_its_primary()
    {
        var there = await Key("eu-central-1");
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        await _store.Do(new ReplicateSecretToRegions.Request { SecretId = "app", AddReplicaRegions = [new() { Region = "eu-central-1", KmsKeyId = there }] });

        await Accept(await UserAsync("kms:GenerateDataKey"), new PutSecretValue.Request { SecretId = "app", SecretString = "second" });

        Assert.Equal("InSync", (await _store.Do(new DescribeSecret.Request { SecretId = "app" })).ReplicationStatus!.Single().Status);
        Assert.Equal("second", (await _store.Do(new GetSecretValue.Request { SecretId = "app" }, "eu-central-1")).SecretString);
    }

    private static string Allow(IEnumerable<string> actions, string resource, string condition = "") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["{{string.Join("\",\"", actions)}}"],"Resource":"{{resource}}"{{condition}}}]}""";

    private async Task CreateAndChangeKey()
    {
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "first", KmsKeyId = _first });
        await Put("second");
        await _store.Do(new UpdateSecret.Request { SecretId = "app", KmsKeyId = _second });
    }

    private Task Put(string value) => _store.Do(new PutSecretValue.Request { SecretId = "app", SecretString = value });

    private Task<GetSecretValue.Response> Read(string stage = "AWSCURRENT") => _store.Do(new GetSecretValue.Request { SecretId = "app", VersionStage = stage });

    private async Task<IReadOnlyList<string>?> KeysOfCurrent() =>
        (await _store.Do(new ListSecretVersionIds.Request { SecretId = "app" })).Versions.Single(version => version.VersionStages!.Contains("AWSCURRENT")).KmsKeyIds;

    private async Task<string> Key(string region = TestStore.Region) => (await _store.Do(new CreateKey.Request(), region)).KeyMetadata.Arn;

    private async Task Disable(params string?[] keys)
    {
        foreach (var key in keys.OfType<string>())
        {
            await _store.Do(new DisableKey.Request { KeyId = key });
        }
    }

    // Everything in Secrets Manager, and with keys what is named.
    private Task<Caller> UserAsync(params string[] keyActions) => UserOfAsync("*", keyActions);

    private async Task<Caller> UserOfAsync(string key, params string[] keyActions)
    {
        var policies = new Dictionary<string, string> { ["secrets"] = Allow(["secretsmanager:*"], "*") };
        if (keyActions.Length > 0)
        {
            policies["keys"] = Allow(keyActions, key);
        }

        return new(await _store.Store.Accounts.CreateUserAsync(TestStore.Account, Guid.NewGuid().ToString("N"), policies));
    }

    private async Task Accept<T>(Caller caller, Operations.IRequest<T> request)
        where T : class => Assert.NotNull(await _store.As(caller, request));

    private async Task Refused<T>(Caller caller, Operations.IRequest<T> request)
        where T : class => Assert.Equal("Access to KMS is not allowed", (await Assert.ThrowsAsync<AccessDeniedException>(() => _store.As(caller, request))).Message);
}
