using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Cancels a scheduled deletion.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html"/>
internal sealed class RestoreSecret() : Operation<RestoreSecret.Request, SecretIdentity>(AwsService.SecretsManager, writes: true)
{
    public override SecretIdentity Handle(Request request, Call call)
    {
        var secret = call.Require(request.SecretId!);
        if (secret.IsReplica)
        {
            throw InvalidParameterException.Replica();
        }

        if (secret.IsPendingDeletion)
        {
            call.Changes.Put(secret with { DeletionDate = null, DeletionRequested = null, LastChanged = call.Now });
            call.Follow(SecretServiceEvent.CancelDelete, secret);
        }

        return SecretIdentity.Of(secret);
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<SecretIdentity>
    {
        public string? SecretId { get; init; }
    }
}
