using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Takes a grant back, as the key's owner.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html"/>
internal sealed class RevokeGrant() : Operation<RevokeGrant.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        key.RequireNotPendingDeletion();
        var grant = Grants.Require(call, key, request.GrantId!);
        (key with { Enabled = true }).RequireUse(new() { Operation = Action, DryRun = request.DryRun });
        call.Changes.Delete(grant.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Required(request.GrantId, "grantId").Length(request.GrantId, "grantId", 1, 128)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public string? GrantId { get; init; }

        public bool? DryRun { get; init; }
    }
}
