using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Verifies a signature that Sign made; a wrong one is an error, as at AWS.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html"/>
internal sealed class Verify() : Operation<Verify.Request, Verify.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyFor(
            request.KeyId!, new() { Operation = Action, Usage = KeySpec.Sign, GrantTokens = request.GrantTokens, DryRun = request.DryRun });
        var algorithm = request.SigningAlgorithm!;
        KeyCipher.RequireAlgorithm(key, algorithm, KeySpec.Of(key).SigningAlgorithms);
        var digest = AsymmetricKeys.Digest(algorithm, request.MessageType, request.Message!);
        return AsymmetricKeys.Verify(call, key, algorithm, digest, request.Signature!)
            ? new() { KeyId = key.Arn, SignatureValid = true, SigningAlgorithm = algorithm }
            : throw new KmsInvalidSignatureException();
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Blob(request.Message, "message", 4096).OneOf(request.MessageType, "messageType", "RAW", "DIGEST", "EXTERNAL_MU")
        .Blob(request.Signature, "signature", 6144)
        .Required(request.SigningAlgorithm, "signingAlgorithm").OneOf(request.SigningAlgorithm, "signingAlgorithm", KmsRules.SigningAlgorithms)
        .Tokens(request.GrantTokens)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { Message = null, Signature = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public byte[]? Message { get; init; }

        public string? MessageType { get; init; }

        public byte[]? Signature { get; init; }

        public string? SigningAlgorithm { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required bool SignatureValid { get; init; }

        public required string SigningAlgorithm { get; init; }
    }
}
