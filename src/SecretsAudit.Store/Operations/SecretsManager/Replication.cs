using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Keeps replicas in step with their primary: metadata, policy, tags, labels and values, under each region's own key.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html"/>
internal static class Replication
{
    public const string InSync = "InSync";
    public const string Failed = "Failed";
    private const string Succeeded = "Replication succeeded";

    /// <summary>Writes a primary's replicas anew after a change; a replica that fails says so in the primary's status.</summary>
    public static void Synchronize(Call call, Secret primary)
    {
        if (primary.IsReplica || primary.Replicas.IsEmpty)
        {
            return;
        }

        var replicas = primary.Replicas.ToBuilder();
        for (var i = 0; i < replicas.Count; i++)
        {
            var copy = call.State.Secret(primary.Account, replicas[i].Region, primary.Name);
            if (replicas[i].Status == Failed && copy?.PrimaryRegion != primary.Region)
            {
                // It never came to be: a secret of that name was there first.
                continue;
            }

            replicas[i] = Copy(call, primary, copy, replicas[i]);
        }

        call.Changes.Put(primary with { Replicas = replicas.ToImmutable() });
    }

    /// <summary>Adds regions; a name that is taken there fails that region only, unless it is to be overwritten.</summary>
    public static Secret Add(Call call, Secret primary, IEnumerable<ReplicaRegion> regions, bool overwrite)
    {
        var replicas = primary.Replicas.ToBuilder();
        foreach (var region in regions)
        {
            var taken = call.State.Secret(primary.Account, region.Region!, primary.Name);
            var isOwn = taken is not null && taken.Suffix == primary.Suffix && taken.PrimaryRegion == primary.Region;
            var obstacle = taken is null || overwrite || isOwn ? Obstacle(call, primary, region) : $"Secret name {primary.Name} already exists in region {region.Region}.";
            if (isOwn && obstacle is not null)
            {
                // It is a replica already, and stays under the key that it has.
                continue;
            }

            replicas.RemoveAll(replica => replica.Region == region.Region);
            replicas.Add(new()
            {
                Region = region.Region!,
                KmsKeyId = region.KmsKeyId,
                Status = obstacle is null ? InSync : Failed,
                StatusMessage = obstacle is null ? Succeeded : $"Replication failed: {obstacle}",
            });
            if (taken is not null && overwrite && !isOwn && obstacle is null)
            {
                call.Changes.Delete(taken.Id);
            }
        }

        return primary with { PrimaryRegion = primary.Region, Replicas = replicas.ToImmutable() };
    }

    // Whoever replicates must be able to decrypt what is copied, and to encrypt it there; what is changed later follows by itself.
    private static string? Obstacle(Call call, Secret primary, ReplicaRegion region)
    {
        var copy = primary with { Region = region.Region!, KmsKeyId = region.KmsKeyId };
        try
        {
            var key = call.EncryptionKey(copy);
            foreach (var version in primary.Versions.Where(version => !version.IsEmpty))
            {
                call.DecryptionKey(primary, version);
                call.AuthorizeKey(key, nameof(GenerateDataKey), copy, version.Id);
                call.AuthorizeKey(key, nameof(Encrypt), copy, version.Id);
            }

            return null;
        }
        catch (AwsException failure) when (failure is EncryptionFailure or DecryptionFailure or AccessDeniedException)
        {
            return failure.Message;
        }
    }

    private static Replica Copy(Call call, Secret primary, Secret? present, Replica replica)
    {
        try
        {
            var copy = primary with
            {
                Region = replica.Region,
                Created = present?.Created ?? call.Now,
                WasTagged = present is { WasTagged: true } || !primary.Tags.IsEmpty,
                // A replica names its key, also the one that AWS manages; a primary does so only when it was told to.
                KmsKeyId = replica.KmsKeyId ?? KeyId.SecretsManagerAlias,
                Replicas = [],
                PrimaryRegion = primary.Region,
                LastAccessed = present?.LastAccessed,
                Rotation = null,
            };
            var key = call.EncryptionKey(copy);
            copy = copy with
            {
                Versions =
                [
                    .. primary.Versions.Select(version =>
                        version.IsEmpty ? version
                            : present?.Version(version.Key) is { IsEmpty: false } kept && kept.Value.KmsKeyArn == key.Arn
                            ? kept with { Stages = version.Stages }
                            : call.ResealVersion(primary, version, copy, key) with { LastAccessed = null }),
                ],
            };
            call.Changes.Put(copy);
            return replica with { Status = InSync, StatusMessage = Succeeded };
        }
        catch (AwsException failure) when (failure is EncryptionFailure or DecryptionFailure)
        {
            return replica with { Status = Failed, StatusMessage = $"Replication failed: {failure.Message}" };
        }
    }
}
