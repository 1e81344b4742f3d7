using SecretsAudit.Engine.Fleet;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>What a secret costs by the price list, alone and compared with the fleet, as rules see it. US dollars a month of 30 days.</summary>
public readonly struct CostFacts
{
    private readonly SecretFacts _secret;
    private readonly FleetCosts? _fleet;

    internal CostFacts(SecretFacts secret, FleetCosts? fleet)
    {
        _secret = secret;
        _fleet = fleet;
    }

    /// <summary>Storage of the secret and of those replicas that the inventory does not hold as secrets of their own.</summary>
    [Reads(InventoryNeeds.Description, Fleet = true)]
    public Fact<decimal> Storage => _fleet is null ? default : _fleet.Pricing.Storage(_secret);

    /// <summary>Storage, API calls and KMS requests.</summary>
    [Reads(InventoryNeeds.Usage | InventoryNeeds.Keys, Fleet = true)]
    public Fact<decimal> Monthly => _fleet is null ? default : _secret.MonthlyCost ??= _fleet.Pricing.Monthly(_secret);

    /// <summary>How far the cost lies from the fleet's median, in robust standard deviations; to two places. Unknown in a fleet mostly of unknown costs.</summary>
    [Reads(InventoryNeeds.Usage | InventoryNeeds.Keys, Fleet = true)]
    public Fact<decimal> ZScore => _fleet is null ? default : _fleet.ZScore(Monthly);

    /// <summary>The fleet's median cost.</summary>
    [Reads(InventoryNeeds.Usage | InventoryNeeds.Keys, Fleet = true)]
    public Fact<decimal> FleetMedian => _fleet is null ? default : _fleet.Median;

    /// <summary>How many secrets the fleet has, whether their cost is known or not.</summary>
    [Reads(InventoryNeeds.Usage | InventoryNeeds.Keys, Fleet = true)]
    public Fact<int> FleetSize => _fleet is null ? default : _fleet.Size;
}
