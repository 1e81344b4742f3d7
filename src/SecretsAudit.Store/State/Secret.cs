using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A secret in one account and region, with its versions. Staging labels change only through <see cref="StagingLabels"/>.</summary>
internal sealed record Secret : Row
{
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Name { get; init; }

    /// <summary>The six characters after the name in the ARN.</summary>
    public required string Suffix { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Description { get; init; }

    /// <summary>The key as the caller named it; null for <c>aws/secretsmanager</c>.</summary>
    public string? KmsKeyId { get; init; }

    public string? Type { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Whether it ever had tags: from then on AWS shows an empty list where there was no member.</summary>
    public bool WasTagged { get; init; }

    public string? Policy { get; init; }

    public DateTimeOffset? LastChanged { get; init; }

    /// <summary>A day, as AWS keeps it; null when the value was never read.</summary>
    public DateTimeOffset? LastAccessed { get; init; }

    public DateTimeOffset? LastRotated { get; init; }

    /// <summary>When the recovery window ends; null while the secret is active.</summary>
    public DateTimeOffset? DeletionDate { get; init; }

    /// <summary>When its deletion was asked for; null while the secret is active, and where a store of before kept the window's end only.</summary>
    public DateTimeOffset? DeletionRequested { get; init; }

    public RotationSettings? Rotation { get; init; }

    public string? OwningService { get; init; }

    /// <summary>The primary's region, on a primary with replicas and on each replica.</summary>
    public string? PrimaryRegion { get; init; }

    public ImmutableArray<Replica> Replicas { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<SecretVersion> Versions { get; init; } = [];

    [JsonIgnore]
    public override RowId Id => IdOf(Account, Region, Name);

    // A copy for another region carries its source's text along: it counts only for the region it was made for.
    private MadeArn? _arn;

    [JsonIgnore]
    public string Arn
    {
        get
        {
            if (_arn is { } known && ReferenceEquals(known.Region, Region))
            {
                return known.Text;
            }

            var arn = SecretsAudit.Store.State.Arn.Secret(Region, Account, $"{Name}-{Suffix}");
            _arn = new(Region, arn);
            return arn;
        }
    }

    [JsonIgnore]
    public bool IsPendingDeletion => DeletionDate is not null;

    /// <summary>Whether rotation is on; it pauses while the secret waits for its deletion.</summary>
    [JsonIgnore]
    public bool Rotates => Rotation is { Enabled: true } && !IsPendingDeletion;

    [JsonIgnore]
    public bool IsReplica => PrimaryRegion is { } primary && primary != Region;

    /// <summary>The version of a rotation that is running or has failed: it is pending, and not yet current.</summary>
    [JsonIgnore]
    public SecretVersion? UnfinishedVersion => HolderOf(StagingLabels.Pending) is { } pending && !pending.Stages.Contains(StagingLabels.Current) ? pending : null;

    public static RowId IdOf(string account, string region, string name) => new(RowKind.Secret, $"{account}/{region}/{name}");

    public SecretVersion? Version(string id) => Version(new VersionId(id));

    public SecretVersion? Version(VersionId id) => Find(Versions, id, static (version, wanted) => version.Key == wanted);

    public SecretVersion? HolderOf(string stage) => Find(Versions, stage, static (version, wanted) => version.Stages.Contains(wanted));

    private static SecretVersion? Find<T>(ImmutableArray<SecretVersion> versions, T wanted, Func<SecretVersion, T, bool> matches)
    {
        // The newest is asked for most often.
        for (var i = versions.Length - 1; i >= 0; i--)
        {
            if (matches(versions[i], wanted))
            {
                return versions[i];
            }
        }

        return null;
    }

    private sealed record MadeArn(string Region, string Text);
}
