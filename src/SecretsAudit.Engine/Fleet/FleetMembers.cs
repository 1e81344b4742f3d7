using System.Runtime.InteropServices;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Fleet;

/// <summary>Which secrets the fleet has: for what can be told of a secret only beside the others.</summary>
/// <param name="origin">Where the answers come from.</param>
internal sealed class FleetMembers(FactOrigin origin)
{
    private readonly Dictionary<Kind, Folders> _alike = [];
    private readonly HashSet<(Scope Scope, string Name)> _primaries = [];
    private Kind _lastKind;
    private Folders? _lastFolders;

    /// <summary>The accounts and regions that were read to their end without a gap in the listing.</summary>
    public IReadOnlySet<Scope> Covered { get; set; } = new HashSet<Scope>();

    /// <summary>Counts a secret.</summary>
    /// <returns>Those that could be one with it, once all are counted; null where <see cref="Mergeable(SecretFacts)"/> has another answer.</returns>
    public Alike? Add(SecretFacts facts)
    {
        var secret = facts.Secret;
        // Only a secret that is replicated names its primary's region; of one that was not read it may be so.
        if (!secret.PrimaryRegion.IsAbsent)
            _primaries.Add((secret.Scope, secret.Name));
        if (KindOf(facts) is not { IsKnown: true, Value: var kind })
            return null;

        var alike = FoldersOf(kind).Of(FolderOf(secret.Name));
        alike.Count++;
        return alike;
    }

    /// <summary>How many secrets lie beside one in its folder with the same owner and key, none of them rotating, replicated or waiting for deletion.</summary>
    public Fact<int> Mergeable(SecretFacts facts)
    {
        var kind = KindOf(facts);
        return kind.IsKnown ? Mergeable(FoldersOf(kind.Value).Of(FolderOf(facts.Secret.Name)))
            : kind.IsAbsent ? Fact.Known(0, origin)
            : FactOperators.Carry<Kind, int>(kind);
    }

    /// <summary>How many secrets are alike, as a fact.</summary>
    public Fact<int> Mergeable(Alike alike) => Fact.Known(alike.Count, origin);

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
    private static Fact<Kind> KindOf(SecretFacts facts)
    {
        var secret = facts.Secret;
        var states = facts.PendingDeletion | facts.Rotation.Enabled | facts.IsReplica;
        var owner = facts.Owner;
        if (!states.IsKnown || owner.IsUnknown || secret.KmsKeyId.IsUnknown)
            return FactOperators.Carry<bool, Kind>(states.IsKnown ? FactOperators.Carry<string, bool>(owner.IsUnknown ? owner : secret.KmsKeyId) : states);

        return FolderOf(secret.Name).IsEmpty || states.Value || secret.OwningService.IsKnown
            ? Fact<Kind>.Absent(states.Origin!)
            : Fact.Known(new Kind(secret.Scope, owner.IsKnown ? owner.Value : "", secret.KmsKeyId.IsKnown ? secret.KmsKeyId.Value : ""), states.Origin!);
    }

    private static ReadOnlySpan<char> FolderOf(string name) => name.AsSpan(0, Math.Max(0, name.LastIndexOf('/')));

    // Secrets come by account and region, and most have the owner and the key of the one before.
    private Folders FoldersOf(Kind kind)
    {
        if (_lastFolders is not null && kind == _lastKind)
            return _lastFolders;

        _lastKind = kind;
        return _lastFolders = CollectionsMarshal.GetValueRefOrAddDefault(_alike, kind, out _) ??= new Folders();
    }

    /// <summary>Secrets that could be one.</summary>
    internal sealed class Alike
    {
        public int Count { get; set; }
    }

    private readonly record struct Kind(Scope Scope, string Owner, string Key);

    private sealed class Folders
    {
        private readonly Dictionary<string, Alike>.AlternateLookup<ReadOnlySpan<char>> _folders = new Dictionary<string, Alike>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public Alike Of(ReadOnlySpan<char> folder) => _folders.TryGetValue(folder, out var alike) ? alike : _folders[folder] = new Alike();
    }
}
