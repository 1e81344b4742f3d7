using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Deletes a key after a waiting period of 7 to 30 days.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html"/>
internal sealed class ScheduleKeyDeletion() : Operation<ScheduleKeyDeletion.Request, ScheduleKeyDeletion.Response>(AwsService.Kms, writes: true)
{
    public override ScheduleKeyDeletion.Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireNotPendingDeletion();
        var window = request.PendingWindowInDays ?? 30;
        if (window is < 7 or > 30)
        {
            throw new ValidationException("PendingWindowInDays must be between 7 and 30");
        }

        var deletion = call.Now.AddDays(window);
        call.Changes.Put(key with { DeletionDate = deletion, PendingWindowInDays = window, Enabled = false });
        return new() { KeyId = key.Arn, DeletionDate = deletion, KeyState = "PendingDeletion", PendingWindowInDays = window };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048).Range(request.PendingWindowInDays, "pendingWindowInDays", 1, 365)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required DateTimeOffset DeletionDate { get; init; }

        public required string KeyState { get; init; }

        public required int PendingWindowInDays { get; init; }
    }

    internal sealed record Request : IRequest<ScheduleKeyDeletion.Response>
    {
        public string? KeyId { get; init; }

        public int? PendingWindowInDays { get; init; }
    }
}
