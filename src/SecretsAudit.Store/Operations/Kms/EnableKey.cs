using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Makes a disabled key usable again.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html"/>
internal sealed class EnableKey() : Operation<EnableKey.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireNotPendingDeletion();
        if (key.IsPendingImport)
        {
            throw new KmsInvalidStateException($"{key.Arn} is pending import.");
        }

        call.Changes.Put(key with { Enabled = true });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }
    }
}
