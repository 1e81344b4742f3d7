using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Makes a replica a secret of its own.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html"/>
internal sealed class StopReplicationToReplica()
    : Operation<StopReplicationToReplica.Request, StopReplicationToReplica.Response>(AwsService.SecretsManager, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var replica = call.RequireActive(request.SecretId!);
        if (!replica.IsReplica)
        {
            throw new InvalidParameterException("Operation not permitted on a primary secret. Call must be made in the replica secret's region.");
        }

        if (call.State.Secret(replica.Account, replica.PrimaryRegion!, replica.Name) is { } primary)
        {
            var remaining = primary.Replicas.RemoveAll(known => known.Region == replica.Region);
            call.Changes.Put(primary with { Replicas = remaining, PrimaryRegion = remaining.IsEmpty ? null : primary.PrimaryRegion });
        }

        call.Changes.Put(replica with { PrimaryRegion = null, LastChanged = call.Now });
        return new() { ARN = replica.Arn };
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }
    }
}
