using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Keeps a key that was to be deleted; it is disabled until enabled.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html"/>
internal sealed class CancelKeyDeletion() : Operation<CancelKeyDeletion.Request, CancelKeyDeletion.Response>(AwsService.Kms, writes: true)
{
    public override CancelKeyDeletion.Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        if (key.DeletionDate is null)
        {
            throw new KmsInvalidStateException($"{key.Arn} is not pending deletion.");
        }

        call.Changes.Put(key with { DeletionDate = null, PendingWindowInDays = null, Enabled = false });
        return new() { KeyId = key.Arn };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required string KeyId { get; init; }
    }

    internal sealed record Request : IRequest<CancelKeyDeletion.Response>
    {
        public string? KeyId { get; init; }
    }
}
