using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>An asymmetric key's public half.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html"/>
internal sealed class GetPublicKey() : Operation<GetPublicKey.Request, GetPublicKey.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyFor(request.KeyId!, new() { Operation = Action, GrantTokens = request.GrantTokens });
        if (!KeySpec.Of(key).IsAsymmetric)
        {
            throw new UnsupportedKmsOperationException($"{key.Arn} key spec is {key.KeySpec} which is not valid for GetPublicKey.");
        }

        var metadata = KeyMetadata.Of(key);
        return new()
        {
            KeyId = key.Arn,
            PublicKey = AsymmetricKeys.PublicKey(call, key),
            CustomerMasterKeySpec = key.KeySpec,
            KeySpec = key.KeySpec,
            KeyUsage = key.KeyUsage,
            EncryptionAlgorithms = metadata.EncryptionAlgorithms,
            SigningAlgorithms = metadata.SigningAlgorithms,
            KeyAgreementAlgorithms = metadata.KeyAgreementAlgorithms,
        };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).Tokens(request.GrantTokens).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required byte[] PublicKey { get; init; }

        public required string CustomerMasterKeySpec { get; init; }

        public required string KeySpec { get; init; }

        public required string KeyUsage { get; init; }

        public IReadOnlyList<string>? EncryptionAlgorithms { get; init; }

        public IReadOnlyList<string>? SigningAlgorithms { get; init; }

        public IReadOnlyList<string>? KeyAgreementAlgorithms { get; init; }
    }
}
