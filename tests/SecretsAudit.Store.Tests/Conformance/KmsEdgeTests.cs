using System.Text.Json;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>What KMS answers where AWS has something that the store has not: enclaves, and keys of other services.</summary>
public sealed class KmsEdgeTests
{
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html: with a recipient the answer is for the enclave alone.
    [Fact]
    public async Task What_is_meant_for_an_enclave_alone_is_not_answered_in_the_clear()
    {
        await using var store = await TestStore.OpenAsync();
        var key = (await store.Do(new CreateKey.Request())).KeyMetadata.KeyId;
        var sealedText = (await store.Do(new Encrypt.Request { KeyId = key, Plaintext = "planted"u8.ToArray() })).CiphertextBlob;
        using var recipient = JsonDocument.Parse("""{"KeyEncryptionAlgorithm":"RSAES_OAEP_SHA_256","AttestationDocument":"AAAA"}""");

        await RefusedAsync(store, new Decrypt.Request { CiphertextBlob = sealedText, Recipient = recipient.RootElement });
        await RefusedAsync(store, new GenerateDataKey.Request { KeyId = key, KeySpec = "AES_256", Recipient = recipient.RootElement });
        await RefusedAsync(store, new GenerateDataKeyPair.Request { KeyId = key, KeyPairSpec = "ECC_NIST_P256", Recipient = recipient.RootElement });
        await RefusedAsync(store, new GenerateRandom.Request { NumberOfBytes = 32, Recipient = recipient.RootElement });
        await RefusedAsync(store, new DeriveSharedSecret.Request { KeyId = key, KeyAgreementAlgorithm = "ECDH", PublicKey = [1], Recipient = recipient.RootElement });
    }

    // https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html: "The response might include several aliases that have no TargetKeyId field."
    [Fact]
    public async Task Aliases_of_AWS_s_services_are_listed_before_they_have_a_key_and_are_no_keys_until_then()
    {
        await using var store = await TestStore.OpenAsync();
        var before = (await store.Do(new ListAliases.Request())).Aliases;
        await store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        var after = (await store.Do(new ListAliases.Request())).Aliases;

        Assert.All(before, alias => Assert.Equal((null, "arn:aws:kms:eu-west-1:123456789012:" + alias.AliasName), (alias.TargetKeyId, alias.AliasArn)));
        Assert.Equal(before.Select(alias => alias.AliasName), after.Select(alias => alias.AliasName).Order(StringComparer.Ordinal));
        Assert.Equal("alias/aws/secretsmanager", Assert.Single(after, alias => alias.TargetKeyId is not null).AliasName);
        Assert.Equal("alias/aws/secretsmanager", after[0].AliasName);
        var first = await store.Do(new ListAliases.Request { Limit = 3 });
        var rest = await store.Do(new ListAliases.Request { Marker = first.NextMarker });
        Assert.Equal(after.Select(alias => alias.AliasName), first.Aliases.Concat(rest.Aliases).Select(alias => alias.AliasName));
        await Assert.ThrowsAsync<NotFoundException>(() => store.Do(new Encrypt.Request { KeyId = "alias/aws/ebs", Plaintext = [1] }));
    }

    private static async Task RefusedAsync<T>(TestStore store, IRequest<T> request)
        where T : class =>
        await Assert.ThrowsAsync<UnsupportedKmsOperationException>(() => store.Do(request));
}
