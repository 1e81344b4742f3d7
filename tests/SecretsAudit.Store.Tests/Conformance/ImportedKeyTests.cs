using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Keys whose material the customer brings, through AWS's own client.</summary>
/// <remarks>https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html</remarks>
public sealed class ImportedKeyTests : IAsyncLifetime, IDisposable
{
    private TestStore _store = null!;
    private AmazonKeyManagementServiceClient _kms = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        var credentials = await _store.Store.Accounts.CreateAccessKeyAsync(_store.Root.Principal);
        _kms = new(new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey), _store.InProcess(new AmazonKeyManagementServiceConfig()));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _kms.Dispose();

    [Fact]
    public async Task A_key_waits_for_its_material_and_works_once_it_is_there()
    {
        var key = await KeyAsync();
        var waiting = await Assert.ThrowsAsync<KMSInvalidStateException>(() => EncryptAsync(key));
        Assert.Equal($"arn:aws:kms:eu-west-1:123456789012:key/{key} is pending import.", waiting.Message);

        await ImportAsync(key, RandomNumberGenerator.GetBytes(32));

        var state = (await _kms.DescribeKeyAsync(key)).KeyMetadata;
        Assert.Equal(KeyState.Enabled, state.KeyState);
        Assert.Equal(ExpirationModelType.KEY_MATERIAL_DOES_NOT_EXPIRE, state.ExpirationModel);
        Assert.NotEmpty((await EncryptAsync(key)).CiphertextBlob.ToArray());
    }

    [Fact]
    public async Task Only_the_same_material_comes_back_into_a_key()
    {
        var key = await KeyAsync();
        var material = RandomNumberGenerator.GetBytes(32);
        await ImportAsync(key, material);
        var sealedText = (await EncryptAsync(key)).CiphertextBlob;
        await _kms.DeleteImportedKeyMaterialAsync(new DeleteImportedKeyMaterialRequest { KeyId = key });

        await Assert.ThrowsAsync<IncorrectKeyMaterialException>(() => ImportAsync(key, RandomNumberGenerator.GetBytes(32)));
        await ImportAsync(key, material);
        Assert.Equal("x"u8.ToArray(), (await _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = sealedText })).Plaintext.ToArray());
    }

    [Fact]
    public async Task Material_that_expires_is_gone_at_its_time()
    {
        var key = await KeyAsync();
        await ImportAsync(key, RandomNumberGenerator.GetBytes(32), validTo: TestStore.Start.AddDays(30));
        await _store.PassAsync(TimeSpan.FromDays(31));

        Assert.Equal(KeyState.PendingImport, (await _kms.DescribeKeyAsync(key)).KeyMetadata.KeyState);
    }

    [Fact]
    public async Task New_material_becomes_current_with_the_next_rotation_and_what_the_old_one_sealed_stays_readable()
    {
        var key = await KeyAsync();
        await ImportAsync(key, RandomNumberGenerator.GetBytes(32));
        var before = (await EncryptAsync(key)).CiphertextBlob;
        var first = (await _kms.DescribeKeyAsync(key)).KeyMetadata.CurrentKeyMaterialId;
        await Assert.ThrowsAsync<KMSInvalidStateException>(() => _kms.RotateKeyOnDemandAsync(new RotateKeyOnDemandRequest { KeyId = key }));

        await ImportAsync(key, RandomNumberGenerator.GetBytes(32), ImportType.NEW_KEY_MATERIAL);
        await _kms.RotateKeyOnDemandAsync(new RotateKeyOnDemandRequest { KeyId = key });

        Assert.NotEqual(first, (await _kms.DescribeKeyAsync(key)).KeyMetadata.CurrentKeyMaterialId);
        Assert.Equal("x"u8.ToArray(), (await _kms.DecryptAsync(new DecryptRequest { CiphertextBlob = before })).Plaintext.ToArray());
    }

    [Fact]
    public async Task An_import_token_is_good_for_a_day_and_for_its_own_key()
    {
        var key = await KeyAsync();
        var other = await KeyAsync();
        var parameters = await ParametersAsync(key);
        await Assert.ThrowsAsync<InvalidImportTokenException>(() => ImportAsync(other, RandomNumberGenerator.GetBytes(32), parameters: parameters));
        await _store.PassAsync(TimeSpan.FromHours(25));
        await Assert.ThrowsAsync<ExpiredImportTokenException>(() => ImportAsync(key, RandomNumberGenerator.GetBytes(32), parameters: parameters));
    }

    [Fact]
    public async Task A_private_key_of_another_curve_is_refused()
    {
        var key = (await _kms.CreateKeyAsync(new CreateKeyRequest { Origin = "EXTERNAL", KeySpec = "ECC_NIST_P256", KeyUsage = "SIGN_VERIFY" })).KeyMetadata.KeyId;
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        await Assert.ThrowsAsync<IncorrectKeyMaterialException>(() => ImportAsync(key, foreign.ExportPkcs8PrivateKey()));
        await ImportAsync(key, own.ExportPkcs8PrivateKey());
        Assert.Equal(own.ExportSubjectPublicKeyInfo(), (await _kms.GetPublicKeyAsync(new GetPublicKeyRequest { KeyId = key })).PublicKey.ToArray());
    }

    private async Task<string> KeyAsync() => (await _kms.CreateKeyAsync(new CreateKeyRequest { Origin = "EXTERNAL" })).KeyMetadata.KeyId;

    private Task<EncryptResponse> EncryptAsync(string key) => _kms.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = new MemoryStream([.. "x"u8]) });

    private Task<GetParametersForImportResponse> ParametersAsync(string key) => _kms.GetParametersForImportAsync(new GetParametersForImportRequest
    {
        KeyId = key,
        WrappingAlgorithm = AlgorithmSpec.RSAES_OAEP_SHA_256,
        WrappingKeySpec = WrappingKeySpec.RSA_2048,
    });

    private async Task ImportAsync(
        string key, byte[] material, ImportType? type = null, DateTimeOffset? validTo = null, GetParametersForImportResponse? parameters = null)
    {
        parameters ??= await ParametersAsync(key);
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(parameters.PublicKey.ToArray(), out _);
        await _kms.ImportKeyMaterialAsync(new ImportKeyMaterialRequest
        {
            KeyId = key,
            ImportToken = parameters.ImportToken,
            EncryptedKeyMaterial = new MemoryStream(rsa.Encrypt(material, RSAEncryptionPadding.OaepSHA256)),
            ExpirationModel = validTo is null ? ExpirationModelType.KEY_MATERIAL_DOES_NOT_EXPIRE : ExpirationModelType.KEY_MATERIAL_EXPIRES,
            ValidTo = validTo?.UtcDateTime,
            ImportType = type,
        });
    }
}
