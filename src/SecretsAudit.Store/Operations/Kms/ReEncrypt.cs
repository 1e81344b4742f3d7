using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Decrypts under one key and encrypts under another, inside KMS.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html"/>
internal sealed class ReEncrypt() : Operation<ReEncrypt.Request, ReEncrypt.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var from = KmsRules.Context(request.SourceEncryptionContext);
        var to = KmsRules.Context(request.DestinationEncryptionContext);
        var sourceAlgorithm = request.SourceEncryptionAlgorithm ?? KmsKey.Symmetric;
        var algorithm = request.DestinationEncryptionAlgorithm ?? KmsKey.Symmetric;
        var (source, plaintext) = KeyCipher.Decrypt(
            call, request.SourceKeyId, sourceAlgorithm, request.CiphertextBlob!, from, Use("ReEncryptFrom", from, request, dryRun: null));
        try
        {
            var destination = call.RequireKeyFor(request.DestinationKeyId!, Use("ReEncryptTo", to, request, request.DryRun));
            return new()
            {
                CiphertextBlob = KeyCipher.Encrypt(call, destination, algorithm, plaintext, to),
                SourceKeyId = source.Arn,
                KeyId = destination.Arn,
                SourceEncryptionAlgorithm = sourceAlgorithm,
                DestinationEncryptionAlgorithm = algorithm,
                SourceKeyMaterialId = source.IsSymmetric ? source.MaterialId() : null,
                DestinationKeyMaterialId = destination.IsSymmetric ? destination.MaterialId() : null,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    protected override void Check(Request request, Constraints check) => check
        .Blob(request.CiphertextBlob, "ciphertextBlob", 6144).Key(request.DestinationKeyId, "destinationKeyId").Length(request.SourceKeyId, "sourceKeyId", 1, 2048)
        .EncryptionAlgorithm(request.SourceEncryptionAlgorithm, "sourceEncryptionAlgorithm")
        .EncryptionAlgorithm(request.DestinationEncryptionAlgorithm, "destinationEncryptionAlgorithm").Tokens(request.GrantTokens)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { CiphertextBlob = null, GrantTokens = null };

    private static KeyUse Use(string operation, IReadOnlyDictionary<string, string>? context, Request request, bool? dryRun) => new()
    {
        Operation = operation,
        Permission = "kms:" + operation,
        Usage = KeySpec.Encrypt,
        Context = context,
        GrantTokens = request.GrantTokens,
        DryRun = dryRun,
    };

    internal sealed record Request : IRequest<Response>
    {
        public byte[]? CiphertextBlob { get; init; }

        public IReadOnlyDictionary<string, string?>? SourceEncryptionContext { get; init; }

        public string? SourceKeyId { get; init; }

        public string? DestinationKeyId { get; init; }

        public IReadOnlyDictionary<string, string?>? DestinationEncryptionContext { get; init; }

        public string? SourceEncryptionAlgorithm { get; init; }

        public string? DestinationEncryptionAlgorithm { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] CiphertextBlob { get; init; }

        public required string SourceKeyId { get; init; }

        public required string KeyId { get; init; }

        public required string SourceEncryptionAlgorithm { get; init; }

        public required string DestinationEncryptionAlgorithm { get; init; }

        public string? SourceKeyMaterialId { get; init; }

        public string? DestinationKeyMaterialId { get; init; }
    }
}
