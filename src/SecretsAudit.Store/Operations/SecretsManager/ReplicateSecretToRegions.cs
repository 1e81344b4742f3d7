using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Copies a secret to further regions.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html"/>
internal sealed class ReplicateSecretToRegions()
    : Operation<ReplicateSecretToRegions.Request, ReplicationAnswer>(AwsService.SecretsManager, writes: true)
{
    public override ReplicationAnswer Handle(Request request, Call call)
    {
        var regions = request.AddReplicaRegions!;
        var secret = call.RequirePrimary(
            request.SecretId!,
            [
                new("secretsmanager:ForceOverwriteReplicaSecret", request.ForceOverwriteReplicaSecret is true ? "true" : "false"),
                .. regions.SelectMany(region => RequestKeys.Of("secretsmanager:AddReplicaRegions", region?.Region)),
            ]);
        CheckRegions(call, regions!);
        call.Save(Replication.Add(call, secret, regions!, request.ForceOverwriteReplicaSecret ?? false));
        return ReplicationAnswer.Of(call, secret);
    }

    /// <exception cref="InvalidParameterException">A region is missing, named twice, or the secret's own.</exception>
    public static void CheckRegions(Call call, IReadOnlyList<ReplicaRegion> regions)
    {
        foreach (var region in regions)
        {
            if (region.Region is null)
            {
                throw new InvalidParameterException("A replica needs a Region.");
            }

            if (region.Region == call.Region)
            {
                throw new InvalidParameterException("Invalid replica region.");
            }
        }

        if (regions.DistinctBy(region => region.Region).Count() != regions.Count)
        {
            throw new InvalidParameterException("Duplicate replica regions.");
        }
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Required(request.AddReplicaRegions, "addReplicaRegions").Regions(request.AddReplicaRegions)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<ReplicationAnswer>
    {
        public string? SecretId { get; init; }

        public IReadOnlyList<ReplicaRegion?>? AddReplicaRegions { get; init; }

        public bool? ForceOverwriteReplicaSecret { get; init; }
    }
}
