using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Gives a symmetric customer key new material now; the automatic schedule stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html"/>
internal sealed class RotateKeyOnDemand() : Operation<RotateKeyOnDemand.Request, RotateKeyOnDemand.Response>(AwsService.Kms, writes: true)
{
    // https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-on-demand.html
    private const int Limit = 25;

    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireUsable();
        key.RequireRotatable();
        if (key.Materials().Count(material => material.Rotation is { OnDemand: true }) >= Limit)
        {
            throw new KmsLimitExceededException(
                $"The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: {key.Arn}");
        }

        call.Changes.Put(key.Origin == State.KmsKey.KmsOrigin
            ? key.WithNewMaterial(call.Envelope.NewKeyMaterial(key.Arn), call.Now, onDemand: true)
            : key.WithPendingMaterial(call.Now));
        return new() { KeyId = key.Arn };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }
    }
}
