using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A new key pair: the public key, and the private key plain and under a symmetric key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html"/>
internal sealed class GenerateDataKeyPair() : Operation<GenerateDataKeyPair.Request, GenerateDataKeyPair.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var context = KmsRules.Context(request.EncryptionContext);
        var key = DataKeys.RequireWrapping(call, request.KeyId!, context, request.GrantTokens, request.DryRun);
        var (plain, wrapped, publicKey) = DataKeys.NewPair(call, key, request.KeyPairSpec!, context);
        return new()
        {
            PrivateKeyCiphertextBlob = wrapped,
            PrivateKeyPlaintext = plain,
            PublicKey = publicKey,
            KeyId = key.Arn,
            KeyPairSpec = request.KeyPairSpec!,
            KeyMaterialId = key.MaterialId(),
        };
    }

    protected override void Check(Request request, Constraints check) =>
        check.DataKeyPair(request.KeyId, request.KeyPairSpec, request.GrantTokens).NoRecipient(request.Recipient).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyDictionary<string, string?>? EncryptionContext { get; init; }

        public string? KeyId { get; init; }

        public string? KeyPairSpec { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }

        public System.Text.Json.JsonElement? Recipient { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] PrivateKeyCiphertextBlob { get; init; }

        public required byte[] PrivateKeyPlaintext { get; init; }

        public required byte[] PublicKey { get; init; }

        public required string KeyId { get; init; }

        public required string KeyPairSpec { get; init; }

        public required string KeyMaterialId { get; init; }
    }
}
