using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>A primary's replicas, as rules see them.</summary>
public readonly struct ReplicaFacts
{
    private readonly Secret _secret;
    private readonly FactContext _context;

    internal ReplicaFacts(Secret secret, FactContext context)
    {
        _secret = secret;
        _context = context;
    }

    /// <summary>How many there are.</summary>
    public Fact<int> Count => _secret.Replicas.Select(static replicas => replicas.Count);

    /// <summary>The replicas that are not in sync, each with AWS's words; absent when all are.</summary>
    public Fact<string> OutOfSync => Those(static replica => replica.Status == "InSync" ? null : $"{replica.Region} ({replica.Status}{(replica.StatusMessage is { Length: > 0 } why ? $": {why}" : "")})");

    /// <summary>The replicas under the AWS-managed key; absent when there are none.</summary>
    public Fact<string> UnderAwsManagedKey => Those(static replica => replica.KmsKeyId is null or KeyReference.AwsManagedAlias ? replica.Region : null);

    /// <summary>The replicas in regions that are not on a list; absent when there are none.</summary>
    /// <param name="regions">Region codes; <c>*</c> and <c>?</c> are wildcards.</param>
    public Fact<string> OutsideOf(IReadOnlyList<string> regions) => Those(replica => FactFunctions.IsLike(regions, replica.Region) ? null : replica.Region);

    /// <summary>The replicas whose value nobody read for a number of whole days, or ever; absent when there are none. A replica's own age is not known: of a secret younger than that, there are none.</summary>
    /// <param name="days">Whole days (UTC).</param>
    public Fact<string> UnreadFor(int days)
    {
        var created = _secret.CreatedAt;
        if (!created.IsKnown)
            return FactOperators.Carry<DateTimeOffset, string>(created);

        var limit = _context.AsOf.UtcDateTime.Date.AddDays(-days);
        return created.Value.UtcDateTime.Date >= limit
            ? Fact<string>.Absent(created.Origin!)
            : Those(replica => replica.LastAccessed is { } read && read.UtcDateTime.Date >= limit ? null : replica.Region);
    }

    private Fact<string> Those(Func<Replica, string?> which)
    {
        if (!_secret.Replicas.TryGetValue(out var replicas))
            return FactOperators.Carry<IReadOnlyList<Replica>, string>(_secret.Replicas);

        if (replicas.Count == 0)
            return Fact<string>.Absent(_secret.Replicas.Origin!);

        var found = string.Join(", ", replicas.Select(which).OfType<string>());
        return found.Length == 0 ? Fact<string>.Absent(_secret.Replicas.Origin!) : Fact.Known(found, _secret.Replicas.Origin!);
    }
}
