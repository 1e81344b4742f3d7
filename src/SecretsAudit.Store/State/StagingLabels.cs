using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SecretsAudit.Store.State;

/// <summary>
/// The only place where staging labels move. A label is on at most one version; when AWSCURRENT moves, AWSPREVIOUS follows to the
/// version that it left; a version without labels is deprecated and may be removed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version"/>
internal static class StagingLabels
{
    public const string Current = "AWSCURRENT";
    public const string Previous = "AWSPREVIOUS";
    public const string Pending = "AWSPENDING";

    /// <summary>AWS keeps about a hundred versions and never removes one made in the last 24 hours.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html"/>
    public const int VersionLimit = 100;

    private static readonly TimeSpan YoungVersion = TimeSpan.FromHours(24);

    public static Secret AddVersion(this Secret secret, SecretVersion version, IEnumerable<string> stages)
    {
        var versions = new SecretVersion[secret.Versions.Length + 1];
        secret.Versions.CopyTo(versions);
        versions[^1] = version with { Stages = [] };
        foreach (var stage in stages)
        {
            Attach(versions, stage, version.Id);
        }

        return (secret with { Versions = ImmutableCollectionsMarshal.AsImmutableArray(versions) }).WithoutOldDeprecatedVersions(version.Created);
    }

    /// <summary>Puts a label on a version, taking it from its holder.</summary>
    public static Secret Attach(this Secret secret, string stage, string versionId) =>
        secret.HolderOf(stage)?.Id == versionId ? secret : secret.Change(versions => Attach(versions, stage, versionId));

    public static Secret Detach(this Secret secret, string stage) => secret.Change(versions => MoveLabel(versions, stage, versionId: null));

    private static Secret Change(this Secret secret, Action<SecretVersion[]> change)
    {
        var versions = secret.Versions.ToArray();
        change(versions);
        return secret with { Versions = ImmutableCollectionsMarshal.AsImmutableArray(versions) };
    }

    private static void Attach(SecretVersion[] versions, string stage, string versionId)
    {
        var holder = MoveLabel(versions, stage, versionId);
        if (stage != Current || holder is null || holder.Id == versionId)
        {
            return;
        }

        // The version that loses AWSCURRENT is no longer pending either.
        MoveLabel(versions, Previous, holder.Id);
        if (holder.Stages.Contains(Pending))
        {
            MoveLabel(versions, Pending, versionId: null);
        }
    }

    // Answers who held it, as it was.
    private static SecretVersion? MoveLabel(SecretVersion[] versions, string stage, string? versionId)
    {
        SecretVersion? holder = null;
        foreach (ref var version in versions.AsSpan())
        {
            var holds = version.Stages.Contains(stage);
            holder = holds ? version : holder;
            if (holds != (version.Id == versionId))
            {
                version = version with { Stages = holds ? version.Stages.Remove(stage) : version.Stages.Add(stage) };
            }
        }

        return holder;
    }

    private static Secret WithoutOldDeprecatedVersions(this Secret secret, DateTimeOffset now)
    {
        var excess = secret.Versions.Length - VersionLimit;
        if (excess <= 0)
        {
            return secret;
        }

        var removable = secret.Versions.Where(version => version.IsDeprecated && now - version.Created >= YoungVersion).Take(excess).ToHashSet();
        return removable.Count == 0 ? secret : secret with { Versions = secret.Versions.RemoveAll(removable.Contains) };
    }
}
