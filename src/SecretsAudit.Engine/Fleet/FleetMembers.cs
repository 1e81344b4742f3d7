using System.Runtime.InteropServices;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Fleet;

/// <summary>Which secrets the fleet has: for what can be told of a secret only beside the others.</summary>
/// <param name="origin">Where the answers come from.</param>
internal sealed class FleetMembers(FactOrigin origin)
{
    private readonly Dictionary<(Scope Scope, string Folder, string Owner, string Key), int> _alike = [];
    private readonly HashSet<(Scope Scope, string Name)> _primaries = [];

    /// <summary>The accounts and regions that were read to their end without a gap in the listing.</summary>
    public IReadOnlySet<Scope> Covered { get; set; } = new HashSet<Scope>();

    public void Add(SecretFacts facts)
    {
        var secret = facts.Secret;
        // Only a secret that is replicated names its primary's region; of one that was not read it may be so.
        if (!secret.PrimaryRegion.IsAbsent)
            _primaries.Add((secret.Scope, secret.Name));
        if (Group(facts) is { IsKnown: true, Value: var group })
            CollectionsMarshal.GetValueRefOrAddDefault(_alike, group, out _)++;
    }

    /// <summary>How many secrets lie beside one in its folder with the same owner and key, none of them rotating, replicated or waiting for deletion.</summary>
    public Fact<int> Mergeable(SecretFacts facts)
    {
        var group = Group(facts);
        return group.IsKnown ? Fact.Known(_alike.GetValueOrDefault(group.Value), origin)
            : group.IsAbsent ? Fact.Known(0, origin)
            : FactOperators.Carry<(Scope, string, string, string), int>(group);
    }

    /// <summary>Whether a replica's primary is not among the secrets of its region. Unknown when that region was not read to its end.</summary>
    public Fact<bool> PrimaryIsMissing(Secret secret)
    {
        if (!secret.PrimaryRegion.TryGetValue(out var region))
            return secret.PrimaryRegion.IsAbsent ? Fact.Known(false, secret.PrimaryRegion.Origin!) : FactOperators.Carry<string, bool>(secret.PrimaryRegion);

        var home = secret.Scope with { Region = region };
        return region == secret.Scope.Region || _primaries.Contains((home, secret.Name)) ? Fact.Known(false, origin)
            : Covered.Contains(home) ? Fact.Known(true, origin)
            : Fact<bool>.Unknown(origin.Failed($"{home} was not read to its end"));
    }

    // Absent for what cannot be merged.
    private static Fact<(Scope Scope, string Folder, string Owner, string Key)> Group(SecretFacts facts)
    {
        var secret = facts.Secret;
        var slash = secret.Name.LastIndexOf('/');
        var states = facts.PendingDeletion | facts.Rotation.Enabled | facts.IsReplica;
        if (!states.IsKnown || facts.Owner.IsUnknown || secret.KmsKeyId.IsUnknown)
            return FactOperators.Carry<bool, (Scope, string, string, string)>(states.IsKnown ? FactOperators.Carry<string, bool>(facts.Owner.IsUnknown ? facts.Owner : secret.KmsKeyId) : states);

        return slash <= 0 || states.Value || secret.OwningService.IsKnown
            ? Fact<(Scope, string, string, string)>.Absent(states.Origin!)
            : Fact.Known((secret.Scope, secret.Name[..slash], facts.Owner.IsKnown ? facts.Owner.Value : "", secret.KmsKeyId.IsKnown ? secret.KmsKeyId.Value : ""), states.Origin!);
    }
}
