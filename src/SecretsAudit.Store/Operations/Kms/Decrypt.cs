using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Decrypts what Encrypt, GenerateDataKey or ReEncrypt answered, or what was encrypted under a public key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html"/>
internal sealed class Decrypt() : Operation<Decrypt.Request, Decrypt.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var context = KmsRules.Context(request.EncryptionContext);
        var algorithm = request.EncryptionAlgorithm ?? KmsKey.Symmetric;
        var (key, plaintext) = KeyCipher.Decrypt(call, request.KeyId, algorithm, request.CiphertextBlob!, context, new()
        {
            Operation = Action,
            Usage = KeySpec.Encrypt,
            Context = context,
            GrantTokens = request.GrantTokens,
            DryRun = request.DryRun,
        });
        return new()
        {
            KeyId = key.Arn,
            Plaintext = plaintext,
            EncryptionAlgorithm = algorithm,
            KeyMaterialId = key.IsSymmetric ? key.MaterialId() : null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Blob(request.CiphertextBlob, "ciphertextBlob", 6144).Length(request.KeyId, "keyId", 1, 2048)
        .EncryptionAlgorithm(request.EncryptionAlgorithm).Tokens(request.GrantTokens)
        .NoRecipient(request.Recipient).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { CiphertextBlob = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public byte[]? CiphertextBlob { get; init; }

        public IReadOnlyDictionary<string, string?>? EncryptionContext { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public string? KeyId { get; init; }

        public string? EncryptionAlgorithm { get; init; }

        public bool? DryRun { get; init; }

        public System.Text.Json.JsonElement? Recipient { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required byte[] Plaintext { get; init; }

        public required string EncryptionAlgorithm { get; init; }

        public string? KeyMaterialId { get; init; }
    }
}
