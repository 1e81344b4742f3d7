using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Encrypts up to 4,096 bytes under a key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html"/>
internal sealed class Encrypt() : Operation<Encrypt.Request, Encrypt.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var context = KmsRules.Context(request.EncryptionContext);
        var key = call.RequireKeyFor(request.KeyId!, new()
        {
            Operation = Action,
            Usage = KeySpec.Encrypt,
            Context = context,
            GrantTokens = request.GrantTokens,
            DryRun = request.DryRun,
        });
        var algorithm = request.EncryptionAlgorithm ?? KmsKey.Symmetric;
        return new()
        {
            CiphertextBlob = KeyCipher.Encrypt(call, key, algorithm, request.Plaintext!, context),
            KeyId = key.Arn,
            EncryptionAlgorithm = algorithm,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Blob(request.Plaintext, "plaintext", 4096).EncryptionAlgorithm(request.EncryptionAlgorithm).Tokens(request.GrantTokens)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { Plaintext = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public byte[]? Plaintext { get; init; }

        public IReadOnlyDictionary<string, string?>? EncryptionContext { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public string? EncryptionAlgorithm { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] CiphertextBlob { get; init; }

        public required string KeyId { get; init; }

        public required string EncryptionAlgorithm { get; init; }
    }
}
