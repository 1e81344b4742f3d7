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

    /// <summary>The labels of nearly every version that has any: one list for all of them.</summary>
    public static readonly ImmutableArray<string> CurrentOnly = [Current];

    /// <inheritdoc cref="CurrentOnly"/>
    public static readonly ImmutableArray<string> PreviousOnly = [Previous];

    /// <summary>AWS keeps about a hundred versions and never removes one made in the last 24 hours.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html"/>
    public const int VersionLimit = 100;

    private static readonly TimeSpan YoungVersion = TimeSpan.FromHours(24);

    /// <summary>Adds a version, and moves labels to it.</summary>
    /// <param name="secret">The secret as it was.</param>
    /// <param name="version">The version, which nobody else holds yet; its own labels do not count.</param>
    /// <param name="stages">The labels.</param>
    /// <param name="changed">When the secret's value changed; null when it did not.</param>
    public static Secret AddVersion(this Secret secret, SecretVersion version, IEnumerable<string> stages, DateTimeOffset? changed = null)
    {
        var versions = new SecretVersion[secret.Versions.Length + 1];
        secret.Versions.CopyTo(versions);
        version.Relabel([]);
        versions[^1] = version;
        foreach (var stage in stages)
        {
            Attach(versions, secret.Versions, stage, version.Key);
        }

        return (secret with { Versions = ImmutableCollectionsMarshal.AsImmutableArray(versions), LastChanged = changed ?? secret.LastChanged })
            .WithoutOldDeprecatedVersions(version.Created);
    }

    /// <summary>Puts a label on a version, taking it from its holder.</summary>
    public static Secret Attach(this Secret secret, string stage, string versionId)
    {
        var id = new VersionId(versionId);
        return secret.HolderOf(stage)?.Key == id ? secret : secret.Change(versions => Attach(versions, secret.Versions, stage, id));
    }

    public static Secret Detach(this Secret secret, string stage) => secret.Change(versions => MoveLabel(versions, secret.Versions, stage, to: null));

    private static Secret Change(this Secret secret, Action<SecretVersion[]> change)
    {
        var versions = secret.Versions.ToArray();
        change(versions);
        return secret with { Versions = ImmutableCollectionsMarshal.AsImmutableArray(versions) };
    }

    private static void Attach(SecretVersion[] versions, ImmutableArray<SecretVersion> published, string stage, VersionId to)
    {
        if (MoveLabel(versions, published, stage, to) is not { } holder || stage != Current || holder.Id == to)
        {
            return;
        }

        // The version that loses AWSCURRENT is no longer pending either.
        MoveLabel(versions, published, Previous, holder.Id);
        if (holder.Stages.Contains(Pending))
        {
            MoveLabel(versions, published, Pending, to: null);
        }
    }

    // Answers who held it, and all that it held. A version that is published is copied, once.
    private static (VersionId Id, ImmutableArray<string> Stages)? MoveLabel(
        SecretVersion[] versions, ImmutableArray<SecretVersion> published, string stage, VersionId? to)
    {
        (VersionId, ImmutableArray<string>)? holder = null;
        for (var i = 0; i < versions.Length; i++)
        {
            var version = versions[i];
            var isTarget = version.Key == to;
            if (version.IsDeprecated && !isTarget)
            {
                continue;
            }

            var holds = version.Stages.Contains(stage);
            if (holds)
            {
                holder = (version.Key, version.Stages);
            }

            if (holds != isTarget)
            {
                versions[i] = i < published.Length && ReferenceEquals(version, published[i]) ? version with { } : version;
                versions[i].Relabel(holds ? version.Stages.Remove(stage) : With(version.Stages, stage));
            }
        }

        return holder;
    }

    private static ImmutableArray<string> With(ImmutableArray<string> stages, string stage) => (stages.IsEmpty, stage) switch
    {
        (true, Current) => CurrentOnly,
        (true, Previous) => PreviousOnly,
        _ => stages.Add(stage),
    };

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
