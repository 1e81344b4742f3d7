using SecretsAudit.Engine.Fleet;
using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>What surrounds a resource when facts are derived: the moment, the keys, the settings, and later the whole fleet.</summary>
internal sealed class FactContext
{
    private readonly Dictionary<string, TrustZone> _zones = new(StringComparer.Ordinal);

    public required DateTimeOffset AsOf { get; init; }

    public KeyIndex Keys { get; } = new();

    public PolicyShelf Policies { get; } = new();

    public IReadOnlyList<string> OwnerTags { get; init; } = [];

    /// <summary>Whom the owner of the estate trusts, besides each resource's own account.</summary>
    public TrustZone Trust { get; init; } = TrustZone.Nobody;

    /// <summary>The price list; null when there is none.</summary>
    public PriceList? Prices { get; init; }

    /// <summary>The fleet's figures; null until every secret has been read.</summary>
    public FleetCosts? Fleet { get; set; }

    /// <summary>Which secrets the fleet has; null until every secret has been read.</summary>
    public FleetMembers? Members { get; set; }

    /// <summary>The origin of what identifies a resource: no read can fail to give it.</summary>
    public FactOrigin Identity => field ??= new("inventory", AsOf);

    /// <summary>The trust zone with a resource's own account in it.</summary>
    public TrustZone TrustOf(string account)
    {
        if (!_zones.TryGetValue(account, out var zone))
            _zones[account] = zone = Trust.Accounts.Contains(account) || !Principal.IsAccountId(account) ? Trust : Trust with { Accounts = [.. Trust.Accounts, account] };

        return zone;
    }
}
