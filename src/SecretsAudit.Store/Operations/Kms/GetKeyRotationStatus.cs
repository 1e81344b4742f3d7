using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Whether and when a key's material rotates.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html"/>
internal sealed class GetKeyRotationStatus() : Operation<GetKeyRotationStatus.Request, GetKeyRotationStatus.Response>(AwsService.Kms, writes: false)
{
    public override GetKeyRotationStatus.Response Handle(Request request, Call call)
    {
        var key = call.RequireKey(request.KeyId!);
        if (key.DeletionDate is not null)
        {
            throw new KmsInvalidStateException($"{key.Arn} is pending deletion.");
        }

        return new()
        {
            KeyId = key.Arn,
            KeyRotationEnabled = key.RotationPeriodInDays is not null,
            RotationPeriodInDays = key.RotationPeriodInDays,
            NextRotationDate = key.NextMaterialRotation(call.Now),
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required bool KeyRotationEnabled { get; init; }

        public required string KeyId { get; init; }

        public int? RotationPeriodInDays { get; init; }

        public DateTimeOffset? NextRotationDate { get; init; }
    }

    internal sealed record Request : IRequest<GetKeyRotationStatus.Response>
    {
        public string? KeyId { get; init; }
    }
}
