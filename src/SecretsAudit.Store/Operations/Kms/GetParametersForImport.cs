using System.Security.Cryptography;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The public key that wraps key material for one key, and the token that goes with it.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html"/>
internal sealed class GetParametersForImport() : Operation<GetParametersForImport.Request, GetParametersForImport.Response>(AwsService.Kms, writes: false)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireOrigin(ImportedMaterial.Origin);
        key.RequireNotPendingDeletion();
        using var pair = RSA.Create(int.Parse(request.WrappingKeySpec![4..], System.Globalization.CultureInfo.InvariantCulture));
        var privateKey = pair.ExportPkcs8PrivateKey();
        try
        {
            var ticket = new ImportTicket(call.Now + Validity, request.WrappingAlgorithm!, privateKey);
            return new()
            {
                KeyId = key.Arn,
                ImportToken = ticket.Seal(call, key),
                PublicKey = pair.ExportSubjectPublicKeyInfo(),
                ParametersValidTo = ticket.ValidTo,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }

    // RSAES_PKCS1_V1_5 and SM2 are in AWS's enumeration; AWS takes the one no more, the other in China only.
    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId)
        .Required(request.WrappingAlgorithm, "wrappingAlgorithm")
        .OneOf(request.WrappingAlgorithm, "wrappingAlgorithm", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256")
        .Required(request.WrappingKeySpec, "wrappingKeySpec").OneOf(request.WrappingKeySpec, "wrappingKeySpec", "RSA_2048", "RSA_3072", "RSA_4096")
        .ThrowIfBroken();

    protected override Response WithoutValues(Response response) => response with { ImportToken = [] };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? WrappingAlgorithm { get; init; }

        public string? WrappingKeySpec { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required byte[] ImportToken { get; init; }

        public required byte[] PublicKey { get; init; }

        public required DateTimeOffset ParametersValidTo { get; init; }
    }
}
