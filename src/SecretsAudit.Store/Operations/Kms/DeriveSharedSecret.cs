using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The secret that a private key shares with another side's public key, by ECDH.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html"/>
internal sealed class DeriveSharedSecret() : Operation<DeriveSharedSecret.Request, DeriveSharedSecret.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyFor(
            request.KeyId!, new() { Operation = Action, Usage = KeySpec.Agree, GrantTokens = request.GrantTokens, DryRun = request.DryRun });
        return new()
        {
            KeyId = key.Arn,
            SharedSecret = AsymmetricKeys.Agree(call, key, request.PublicKey!),
            KeyAgreementAlgorithm = request.KeyAgreementAlgorithm!,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Required(request.KeyAgreementAlgorithm, "keyAgreementAlgorithm").OneOf(request.KeyAgreementAlgorithm, "keyAgreementAlgorithm", "ECDH")
        .Blob(request.PublicKey, "publicKey", 8192).Tokens(request.GrantTokens)
        .NoRecipient(request.Recipient).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { PublicKey = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? KeyAgreementAlgorithm { get; init; }

        public byte[]? PublicKey { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }

        public System.Text.Json.JsonElement? Recipient { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required byte[] SharedSecret { get; init; }

        public required string KeyAgreementAlgorithm { get; init; }

        public string KeyOrigin { get; init; } = "AWS_KMS";
    }
}
