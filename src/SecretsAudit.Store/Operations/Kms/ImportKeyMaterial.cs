using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Brings the customer's material into a key of origin EXTERNAL: its first, the same again, or new one for the next rotation.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html"/>
internal sealed class ImportKeyMaterial() : Operation<ImportKeyMaterial.Request, ImportKeyMaterial.Response>(AwsService.Kms, writes: true)
{
    private const string New = "NEW_KEY_MATERIAL";

    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireOrigin(ImportedMaterial.Origin);
        key.RequireNotPendingDeletion();
        var validTo = ValidTo(request, call.Now);
        var ticket = ImportTicket.Open(call, key, request.ImportToken!);
        var material = ImportedMaterial.Unwrap(ticket.PrivateKey, ticket.Algorithm, request.EncryptedKeyMaterial!);
        try
        {
            ImportedMaterial.RequireFit(key, material);
            var id = call.Envelope.MaterialId(key.Arn, material);
            call.Changes.Put(Imported(call, key, request, material, id, validTo));
            return new() { KeyId = key.Arn, KeyMaterialId = key.IsSymmetric ? id : null };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(ticket.PrivateKey);
            CryptographicOperations.ZeroMemory(material);
        }
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Blob(request.ImportToken, "importToken", 6144).Blob(request.EncryptedKeyMaterial, "encryptedKeyMaterial", 6144)
        .OneOf(request.ExpirationModel, "expirationModel", ImportedMaterial.Expires, ImportedMaterial.NeverExpires)
        .OneOf(request.ImportType, "importType", New, "EXISTING_KEY_MATERIAL")
        .Length(request.KeyMaterialDescription, "keyMaterialDescription", 0, 256)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { ImportToken = null, EncryptedKeyMaterial = null };

    private static DateTimeOffset? ValidTo(Request request, DateTimeOffset now) => (request.ExpirationModel ?? ImportedMaterial.Expires, request.ValidTo) switch
    {
        (ImportedMaterial.Expires, null) => throw new ValidationException("A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"),
        (ImportedMaterial.NeverExpires, not null) => throw new ValidationException("A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE"),
        (_, { } moment) when moment <= now => throw new ValidationException("The validTo date must be in the future."),
        (_, var moment) => moment,
    };

    private static KmsKey Imported(Call call, KmsKey key, Request request, byte[] material, string id, DateTimeOffset? validTo)
    {
        var wrapped = call.Envelope.WrapMaterial(key.Arn, material);
        if (key.ImportedId is null || key.ImportedId == id)
        {
            return key with { WrappedMaterial = wrapped, ImportedId = id, MaterialValidTo = validTo };
        }

        if (request.ImportType != New || !key.IsSymmetric)
        {
            throw new IncorrectKeyMaterialException("The key material in the request is not the key material that was previously imported into this KMS key.");
        }

        return key.Pending is { } pending && pending.ImportedId != id
            ? throw new KmsInvalidStateException(
                $"New key material (id: {id}) cannot be imported into KMS key {key.Arn}, because another key material (id: {pending.ImportedId}) is pending rotation.")
            : key with { Pending = new(wrapped, id, validTo) };
    }

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public byte[]? ImportToken { get; init; }

        public byte[]? EncryptedKeyMaterial { get; init; }

        public DateTimeOffset? ValidTo { get; init; }

        public string? ExpirationModel { get; init; }

        public string? ImportType { get; init; }

        public string? KeyMaterialDescription { get; init; }

        public string? KeyMaterialId { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public string? KeyMaterialId { get; init; }
    }
}
