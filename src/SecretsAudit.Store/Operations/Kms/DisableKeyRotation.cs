using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Turns a customer key's rotation off.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html"/>
internal sealed class DisableKeyRotation() : Operation<DisableKeyRotation.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireUsable();
        key.RequireRotatable();
        call.Changes.Put(key with { RotationPeriodInDays = null, RotationEnabledAt = null });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }
    }
}
