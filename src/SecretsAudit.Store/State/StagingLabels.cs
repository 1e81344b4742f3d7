using System.Collections.Immutable;

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
        var added = secret with { Versions = secret.Versions.Add(version with { Stages = [] }) };
        foreach (var stage in stages.Distinct(StringComparer.Ordinal))
        {
            added = added.Attach(stage, version.Id);
        }

        return added.WithoutOldDeprecatedVersions(version.Created);
    }

    /// <summary>Puts a label on a version, taking it from its holder.</summary>
    public static Secret Attach(this Secret secret, string stage, string versionId)
    {
        var holder = secret.HolderOf(stage);
        if (holder?.Id == versionId)
        {
            return secret;
        }

        var moved = secret.MoveLabel(stage, versionId);
        if (stage != Current || holder is null)
        {
            return moved;
        }

        // The version that loses AWSCURRENT is no longer pending either.
        var replaced = moved.MoveLabel(Previous, holder.Id);
        return replaced.HolderOf(Pending)?.Id == holder.Id ? replaced.MoveLabel(Pending, versionId: null) : replaced;
    }

    public static Secret Detach(this Secret secret, string stage) => secret.MoveLabel(stage, versionId: null);

    private static Secret MoveLabel(this Secret secret, string stage, string? versionId)
    {
        var versions = ImmutableArray.CreateBuilder<SecretVersion>(secret.Versions.Length);
        foreach (var version in secret.Versions)
        {
            var holds = version.Stages.Contains(stage);
            var shouldHold = version.Id == versionId;
            versions.Add(holds == shouldHold ? version
                : version with { Stages = shouldHold ? version.Stages.Add(stage) : version.Stages.Remove(stage) });
        }

        return secret with { Versions = versions.MoveToImmutable() };
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
