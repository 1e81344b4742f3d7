using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>One secret as rules see it: what was read, and what follows from it. Every fact may be absent or unknown.</summary>
public sealed class SecretFacts : IResourceFacts
{
    private readonly FactContext _context;

    internal SecretFacts(Secret secret, FactContext context)
    {
        Secret = secret;
        _context = context;
    }

    internal Secret Secret { get; }

    /// <summary>The monthly cost, once it has been worked out: several rules and the fleet's figures ask for it.</summary>
    internal Fact<decimal>? MonthlyCost { get; set; }

    /// <summary>How many secrets could be one with it, once it has been worked out.</summary>
    internal Fact<int>? KnownMergeable { get; set; }

    /// <summary>The friendly name.</summary>
    public Fact<string> Name => Fact.Known(Secret.Name, _context.Identity);

    /// <summary>The ARN.</summary>
    public Fact<string> Arn => Fact.Known(Secret.Arn, _context.Identity);

    /// <summary>The account's twelve digits.</summary>
    public Fact<string> Account => Fact.Known(Secret.Scope.Account, _context.Identity);

    /// <summary>The region's code.</summary>
    public Fact<string> Region => Fact.Known(Secret.Scope.Region, _context.Identity);

    /// <summary>Whether a template or a plan states it, before it exists.</summary>
    public Fact<bool> IsPlanned => Fact.Known(Secret.Place is not null, _context.Identity);

    /// <summary>How the template shows its value to every reader of the file, as a clause; absent when it does not. What is shown is told nowhere. Of a secret that exists it is unknown.</summary>
    public Fact<string> ValueShownBy => Secret.ValueShownBy;

    /// <summary>The description; absent when it has none.</summary>
    public Fact<string> Description => Secret.Description;

    /// <summary>The tags.</summary>
    public TagFacts Tags => new(Secret.Tags);

    /// <summary>Who owns it, by the first owner tag that is there (see the audit's owner tags); absent when nobody is named.</summary>
    public Fact<string> Owner => Tags.FirstOf(_context.OwnerTags);

    /// <summary>When it was created.</summary>
    public Fact<DateTimeOffset> CreatedAt => Secret.CreatedAt;

    /// <summary>When anything about it was last changed, its tags or description included: no evidence of rotation.</summary>
    public Fact<DateTimeOffset> LastChanged => Secret.LastChanged;

    /// <summary>The day its value was last read in its own region; absent when it never was.</summary>
    public Fact<DateTimeOffset> LastAccessed => Secret.LastAccessed;

    /// <summary>When Secrets Manager last rotated it; absent when it never did.</summary>
    public Fact<DateTimeOffset> LastRotated => Secret.LastRotated;

    /// <summary>The date of its deletion; absent when it is not scheduled. AWS's pages call it the day of the request in lists, and the day it is scheduled for in descriptions.</summary>
    public Fact<DateTimeOffset> DeletedAt => Secret.DeletedAt;

    /// <summary>Whether it waits for its deletion.</summary>
    public Fact<bool> PendingDeletion => Presence(Secret.DeletedAt);

    /// <summary>Since when its present value is in use: the last rotation, else the creation of the version labelled AWSCURRENT.</summary>
    [Reads(InventoryNeeds.Versions)]
    public Fact<DateTimeOffset> ValueSince => Secret.LastRotated.IsAbsent ? VersionDates.Current(Secret.Versions) : Secret.LastRotated;

    /// <summary>Since when a rotation is under way: the creation of a version labelled AWSPENDING and not AWSCURRENT; absent when there is none.</summary>
    [Reads(InventoryNeeds.Versions)]
    public Fact<DateTimeOffset> PendingSince => VersionDates.Pending(Secret.Versions);

    /// <summary>When its present version was created; absent when no version is labelled AWSCURRENT: then nobody can read it.</summary>
    [Reads(InventoryNeeds.Versions)]
    public Fact<DateTimeOffset> CurrentSince => VersionDates.Current(Secret.Versions);

    /// <summary>When its former version was created; absent when no version is labelled AWSPREVIOUS.</summary>
    [Reads(InventoryNeeds.Versions)]
    public Fact<DateTimeOffset> PreviousSince => VersionDates.Previous(Secret.Versions);

    /// <summary>How many versions with a staging label it has.</summary>
    [Reads(InventoryNeeds.Versions)]
    public Fact<int> VersionCount => Secret.Versions.Select(static versions => versions.Count);

    /// <summary>Whether its value was never read anywhere.</summary>
    public Fact<bool> NeverRead => LastUse.Never(Secret);

    /// <summary>Its replicas.</summary>
    public ReplicaFacts Replicas => new(Secret, _context);

    /// <summary>
    /// Whether it is called like plain configuration and was never treated as a secret: the last word of its name is an address, a port or a
    /// switch, it does not rotate and never did, and no service manages it. What it holds is not looked at.
    /// </summary>
    public Fact<bool> LooksLikeConfiguration
    {
        get
        {
            if (!ConfigurationName.Fits(Secret.Name))
                return Fact.Known(false, _context.Identity);

            var treated = Secret.Rotation.Enabled | Presence(Secret.LastRotated) | Presence(Secret.OwningService);
            return treated.Select(static value => !value);
        }
    }

    /// <summary>How many secrets lie beside it in its folder with the same owner, key and rotation, itself included: those that could be one.</summary>
    [Reads(InventoryNeeds.Description, Fleet = true)]
    public Fact<int> MergeableCount => _context.Members is { } members ? KnownMergeable ??= members.Mergeable(this) : default;

    /// <summary>Whether it is a replica whose primary is gone, though its region was read to the end.</summary>
    [Reads(InventoryNeeds.Description, Fleet = true)]
    public Fact<bool> PrimaryIsMissing => _context.Members is { } members ? members.PrimaryIsMissing(Secret) : default;

    /// <summary>The last day on which its value was read anywhere; for one never read, the day it was created.</summary>
    public Fact<DateTimeOffset> UsedOrCreated => LastUse.Of(Secret);

    /// <summary>Whole days (UTC) since its value was last read anywhere; for one never read, since it was created.</summary>
    public Fact<int> DaysUnused => LastUse.Days(UsedOrCreated, _context.AsOf);

    /// <summary>Whether its rotation function is in another region, from which it is never called; absent without a function.</summary>
    public Fact<bool> FunctionIsElsewhere
    {
        get
        {
            var region = Secret.Scope.Region;
            return Rotation.FunctionRegion.Select(function => function != region);
        }
    }

    /// <summary>
    /// Whether somebody has tried to read it since its deletion was requested; absent when it does not wait for its deletion. A date in the future
    /// is the day it is scheduled for, and says nothing about the request: then a failed attempt after the last read that succeeded tells.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html"/>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
    [Reads(InventoryNeeds.Usage)]
    public Fact<bool> IsAskedForSinceDeletion
    {
        get
        {
            if (!Secret.DeletedAt.TryGetValue(out var deletion))
                return FactOperators.Carry<DateTimeOffset, bool>(Secret.DeletedAt);

            return deletion <= _context.AsOf
                ? Secret.Usage.Select(usage => usage.LastAttempt > deletion)
                : Secret.Usage.Select(static usage => usage.FailedReads > 0 && (usage.LastRead is null || usage.LastAttempt > usage.LastRead));
        }
    }

    /// <summary>How it rotates.</summary>
    public RotationFacts Rotation => new(Secret.Rotation);

    /// <summary>The key that encrypts it.</summary>
    public KeyFacts Key => new(Secret.KmsKeyId, Secret.Scope, _context, isPlanned: Secret.Place is not null);

    /// <summary>Who gets in by its resource policy.</summary>
    [Reads(InventoryNeeds.ResourcePolicy)]
    public AccessFacts Access => field ??= new(Secret.ResourcePolicy, Iam.PolicyKind.Secret, Secret.Arn, Secret.Scope, _context);

    /// <summary>How its value was used.</summary>
    [Reads(InventoryNeeds.Usage)]
    public UsageFacts Usage => new(Secret.Usage);

    /// <summary>What it costs.</summary>
    public CostFacts Cost => new(this, _context.Fleet);

    /// <summary>The service that manages it; absent when you do.</summary>
    public Fact<string> OwningService => Secret.OwningService;

    /// <summary>Whether it is a replica of a secret in another region.</summary>
    public Fact<bool> IsReplica => Secret.PrimaryRegion.State switch
    {
        FactState.Known => Fact.Known(Secret.PrimaryRegion.Value != Secret.Scope.Region, Secret.PrimaryRegion.Origin!),
        FactState.Absent => Fact.Known(false, Secret.PrimaryRegion.Origin!),
        _ => FactOperators.Carry<string, bool>(Secret.PrimaryRegion),
    };

    /// <summary>How many replicas it has.</summary>
    public Fact<int> ReplicaCount => Secret.Replicas.Select(static replicas => replicas.Count);

    string IResourceFacts.Path => Secret.Name;

    Scope IResourceFacts.Scope => Secret.Scope;

    TagFacts IResourceFacts.Labels => Tags;

    Fact<DateTimeOffset> IResourceFacts.Since => Secret.CreatedAt;

    FindingSubject.Resource IResourceFacts.Subject() =>
        new(Secret.Arn, Secret.Name, "AWS::SecretsManager::Secret", Secret.Scope, Owner is { IsKnown: true, Value: var owner } ? owner : null) { Place = Secret.Place };

    private static Fact<bool> Presence<T>(Fact<T> fact)
        where T : notnull
        => fact.IsUnknown ? FactOperators.Carry<T, bool>(fact) : Fact.Known(fact.IsKnown, fact.Origin!);
}
