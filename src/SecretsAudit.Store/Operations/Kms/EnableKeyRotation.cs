using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Turns a customer key's yearly (or other) rotation on.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html"/>
internal sealed class EnableKeyRotation() : Operation<EnableKeyRotation.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireUsable();
        key.RequireRotatable();
        key.RequireOrigin(State.KmsKey.KmsOrigin);
        call.Changes.Put(key with { RotationPeriodInDays = request.RotationPeriodInDays ?? key.RotationPeriodInDays ?? 365, RotationEnabledAt = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Range(request.RotationPeriodInDays, "rotationPeriodInDays", 90, 2560)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public int? RotationPeriodInDays { get; init; }
    }
}
