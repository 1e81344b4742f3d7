using System.Text;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>KMS through AWS's own client.</summary>
/// <remarks>https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html</remarks>
public sealed class KmsTests : IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, string> Context = new() { ["purpose"] = "test" };

    private TestStore _store = null!;
    private AmazonKeyManagementServiceClient _kms = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _kms = await ClientAsync(_store.Root.Principal);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _kms.Dispose();

    // https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
    [Fact]
    public async Task A_ciphertext_opens_without_a_key_id_and_only_under_its_own_context()
    {
        var key = await KeyAsync();
        var sealedText = await _kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = Bytes("hello"), EncryptionContext = Context });

        var opened = await _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = sealedText.CiphertextBlob, EncryptionContext = Context });
        Assert.Equal("hello", Text(opened.Plaintext));
        Assert.EndsWith(key, opened.KeyId, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidCiphertextException>(() => _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = sealedText.CiphertextBlob }));
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
    [Fact]
    public async Task What_was_encrypted_before_a_rotation_is_decrypted_after_it()
    {
        var key = await KeyAsync();
        var before = await _kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = Bytes("before") });
        await _kms.RotateKeyOnDemandAsync(new RotateKeyOnDemandRequest { KeyId = key });
        await _kms.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key, RotationPeriodInDays = 90 });
        await _store.PassAsync(TimeSpan.FromDays(91));

        var rotations = await _kms.ListKeyRotationsAsync(new ListKeyRotationsRequest { KeyId = key });
        Assert.Equal([RotationType.ON_DEMAND, RotationType.AUTOMATIC], rotations.Rotations.Select(rotation => rotation.RotationType));
        Assert.Equal("before", Text((await _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = before.CiphertextBlob })).Plaintext));
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
    [Fact]
    public async Task A_grant_lets_its_grantee_do_what_it_names_until_it_is_revoked()
    {
        var key = await KeyAsync();
        var user = await _store.Store.Accounts.CreateUserAsync(TestStore.Account, "app");
        using var app = await ClientAsync(user);
        var sealedText = await _kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = Bytes("x"), EncryptionContext = Context });
        var decrypt = new DecryptRequest { CiphertextBlob = sealedText.CiphertextBlob, EncryptionContext = Context };
        var denied = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => app.DecryptAsync(decrypt));
        Assert.Equal("AccessDeniedException", denied.ErrorCode);

        var grant = await _kms.CreateGrantAsync(new CreateGrantRequest
        {
            KeyId = key,
            GranteePrincipal = user.Arn,
            Operations = ["Decrypt"],
            Constraints = new() { EncryptionContextSubset = Context },
        });
        Assert.Equal("x", Text((await app.DecryptAsync(decrypt)).Plaintext));
        await _kms.RevokeGrantAsync(new RevokeGrantRequest { KeyId = key, GrantId = grant.GrantId });
        await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => app.DecryptAsync(decrypt));
    }

    [Fact]
    public async Task A_data_key_comes_plain_and_wrapped_and_the_two_are_the_same()
    {
        var key = await KeyAsync();
        var made = await _kms.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = key, KeySpec = DataKeySpec.AES_256, EncryptionContext = Context });
        var opened = await _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = made.CiphertextBlob, EncryptionContext = Context });
        Assert.Equal(32, made.Plaintext.Length);
        Assert.Equal(made.Plaintext.ToArray(), opened.Plaintext.ToArray());
    }

    [Theory]
    [InlineData("RSA_2048", "RSASSA_PSS_SHA_256")]
    [InlineData("ECC_NIST_P256", "ECDSA_SHA_256")]
    public async Task A_signature_is_verified_and_one_of_another_message_is_refused(string spec, string algorithm)
    {
        var key = (await _kms.CreateKeyAsync(new CreateKeyRequest { KeySpec = spec, KeyUsage = KeyUsageType.SIGN_VERIFY })).KeyMetadata.KeyId;
        var signed = await _kms.SignAsync(new SignRequest { KeyId = key, Message = Bytes("this"), SigningAlgorithm = algorithm });
        var verify = new VerifyRequest { KeyId = key, Message = Bytes("this"), Signature = signed.Signature, SigningAlgorithm = algorithm };
        Assert.True((await _kms.VerifyAsync(verify)).SignatureValid);
        verify.Message = Bytes("that");
        await Assert.ThrowsAsync<KMSInvalidSignatureException>(() => _kms.VerifyAsync(verify));
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
    [Fact]
    public async Task A_disabled_key_encrypts_nothing()
    {
        var key = await KeyAsync();
        await _kms.DisableKeyAsync(new DisableKeyRequest { KeyId = key });
        var error = await Assert.ThrowsAsync<DisabledException>(() => _kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = Bytes("x") }));
        Assert.Equal($"arn:aws:kms:eu-west-1:123456789012:key/{key} is disabled.", error.Message);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    private async Task<string> KeyAsync() => (await _kms.CreateKeyAsync(new CreateKeyRequest())).KeyMetadata.KeyId;

    private async Task<AmazonKeyManagementServiceClient> ClientAsync(SecretsAudit.Store.Accounts.Principal principal)
    {
        var credentials = await _store.Store.Accounts.CreateAccessKeyAsync(principal);
        return new(new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey), _store.InProcess(new AmazonKeyManagementServiceConfig()));
    }
}
