using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Takes imported material away; the key waits until the same is imported again.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html"/>
internal sealed class DeleteImportedKeyMaterial()
    : Operation<DeleteImportedKeyMaterial.Request, DeleteImportedKeyMaterial.Response>(AwsService.Kms, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireOrigin(ImportedMaterial.Origin);
        key.RequireNotPendingDeletion();
        call.Changes.Put(key.WithoutImportedMaterial());
        return new() { KeyId = key.Arn, KeyMaterialId = key is { IsSymmetric: true, IsPendingImport: false } ? key.MaterialId() : null };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? KeyMaterialId { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public string? KeyMaterialId { get; init; }
    }
}
