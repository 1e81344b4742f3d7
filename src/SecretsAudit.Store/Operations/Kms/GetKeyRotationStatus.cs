using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Whether and when a key's material rotates.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html"/>
internal sealed class GetKeyRotationStatus() : Operation<GetKeyRotationStatus.Request, GetKeyRotationStatus.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        key.RequireNotPendingDeletion();
        return new()
        {
            KeyId = key.Arn,
            KeyRotationEnabled = key.RotationPeriodInDays is not null,
            RotationPeriodInDays = key.RotationPeriodInDays,
            NextRotationDate = key.NextMaterialRotation(call.Now),
        };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).ThrowIfBroken();

    internal sealed record Response
    {
        public required bool KeyRotationEnabled { get; init; }

        public required string KeyId { get; init; }

        public int? RotationPeriodInDays { get; init; }

        public DateTimeOffset? NextRotationDate { get; init; }
    }

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }
    }
}
