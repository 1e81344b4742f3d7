using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Deletes replicas.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html"/>
internal sealed class RemoveRegionsFromReplication()
    : Operation<RemoveRegionsFromReplication.Request, ReplicationAnswer>(AwsService.SecretsManager, writes: true)
{
    public override ReplicationAnswer Handle(Request request, Call call)
    {
        var secret = call.RequirePrimary(request.SecretId!);
        foreach (var region in request.RemoveReplicaRegions!)
        {
            // A replica that never came to be is another secret under the same name: it stays.
            if (call.State.Secret(secret.Account, region!, secret.Name) is { } copy && copy.PrimaryRegion == secret.Region && copy.Suffix == secret.Suffix)
            {
                call.Changes.Delete(copy.Id);
            }
        }

        var remaining = secret.Replicas.RemoveAll(replica => request.RemoveReplicaRegions.Contains(replica.Region));
        call.Save(secret with { Replicas = remaining, PrimaryRegion = remaining.IsEmpty ? null : secret.PrimaryRegion });
        return ReplicationAnswer.Of(call, secret);
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Required(request.RemoveReplicaRegions, "removeReplicaRegions")
        .Each(request.RemoveReplicaRegions, "removeReplicaRegions", 1, 100, (region, place) =>
            check.Pattern(region, place, RequestRules.IsRegion, @"^([a-z]+-)+\d+$"))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<ReplicationAnswer>
    {
        public string? SecretId { get; init; }

        public IReadOnlyList<string?>? RemoveReplicaRegions { get; init; }
    }
}
