using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Signs a message or its digest with a private key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html"/>
internal sealed class Sign() : Operation<Sign.Request, Sign.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyFor(
            request.KeyId!, new() { Operation = Action, Usage = KeySpec.Sign, GrantTokens = request.GrantTokens, DryRun = request.DryRun });
        var algorithm = request.SigningAlgorithm!;
        KeyCipher.RequireAlgorithm(key, algorithm, KeySpec.Of(key).SigningAlgorithms);
        return new()
        {
            KeyId = key.Arn,
            Signature = AsymmetricKeys.Sign(call, key, algorithm, AsymmetricKeys.Digest(algorithm, request.MessageType, request.Message!)),
            SigningAlgorithm = algorithm,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Blob(request.Message, "message", 4096).OneOf(request.MessageType, "messageType", "RAW", "DIGEST", "EXTERNAL_MU")
        .Required(request.SigningAlgorithm, "signingAlgorithm").OneOf(request.SigningAlgorithm, "signingAlgorithm", KmsRules.SigningAlgorithms)
        .Tokens(request.GrantTokens)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { Message = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public byte[]? Message { get; init; }

        public string? MessageType { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public string? SigningAlgorithm { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required byte[] Signature { get; init; }

        public required string SigningAlgorithm { get; init; }
    }
}
