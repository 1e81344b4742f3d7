using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Gives a grant back, as the principal that the grant names for it, its grantee when the grant says so, or the account.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html"/>
internal sealed class RetireGrant() : Operation<RetireGrant.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var grant = Find(request, call);
        var key = call.State.Key(grant.Account, grant.Region, grant.KeyId) ?? throw new NotFoundException($"Key '{Arn.Key(grant.Region, grant.Account, grant.KeyId)}' does not exist");
        var mayRetire = Grants.Names(grant.RetiringPrincipal, call.Caller)
            || (grant.Operations.Contains(Action) && Grants.Names(grant.GranteePrincipal, call.Caller))
            || (call.Caller.Principal.Kind == PrincipalKind.Root && call.Account == key.Account);
        if (!mayRetire)
        {
            call.AuthorizeKey(key, new() { Operation = Action });
        }

        call.Touch(KeyAccess.ResourceType, key.Arn);
        if (request.DryRun is true)
        {
            throw new DryRunOperationException();
        }

        call.Changes.Delete(grant.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.GrantToken, "grantToken", 1, 8192).Length(request.KeyId, "keyId", 1, 2048).Length(request.GrantId, "grantId", 1, 128)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { GrantToken = null };

    private static KmsGrant Find(Request request, Call call)
    {
        if (request.GrantToken is { } token)
        {
            return Grants.Of(call, token) ?? throw new InvalidGrantTokenException("The grant token is not valid.");
        }

        if (request is not { KeyId: { } keyId, GrantId: { } grantId })
        {
            throw new ValidationException("You must specify either a grant token, or a key ID and grant ID.");
        }

        var id = KeyId.Parse(keyId, call.Account, call.Region) ?? throw new InvalidArnException($"Invalid arn {keyId}");
        var key = id.Find(call.State) ?? throw new NotFoundException($"Key '{Arn.Key(id.Region, id.Account, id.Resource)}' does not exist");
        return Grants.Require(call, key, grantId);
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public string? GrantToken { get; init; }

        public string? KeyId { get; init; }

        public string? GrantId { get; init; }

        public bool? DryRun { get; init; }
    }
}
