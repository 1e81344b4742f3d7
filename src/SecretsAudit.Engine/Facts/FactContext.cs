using SecretsAudit.Engine.Fleet;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>What surrounds a secret when facts are derived: the moment, the keys, the settings, and later the whole fleet.</summary>
internal sealed class FactContext
{
    public required DateTimeOffset AsOf { get; init; }

    public KeyIndex Keys { get; } = new();

    public IReadOnlyList<string> OwnerTags { get; init; } = [];

    /// <summary>The fleet's figures; null until every secret has been read.</summary>
    public FleetCosts? Fleet { get; set; }

    /// <summary>The origin of what identifies a secret: no read can fail to give it.</summary>
    public FactOrigin Identity => field ??= new("inventory", AsOf);
}
