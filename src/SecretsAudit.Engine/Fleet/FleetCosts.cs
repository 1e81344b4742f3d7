using SecretsAudit.Model;

namespace SecretsAudit.Engine.Fleet;

/// <summary>What the fleet costs, and how one secret compares.</summary>
internal sealed class FleetCosts
{
    private readonly RobustScale _scale;
    private readonly bool _mostlyUnknown;
    private readonly FactOrigin _origin;

    /// <summary>Measures a fleet.</summary>
    /// <param name="pricing">How a secret is priced.</param>
    /// <param name="known">The known costs; sorted in place.</param>
    /// <param name="unknown">How many secrets have an unknown cost.</param>
    /// <param name="asOf">The moment of the audit.</param>
    public FleetCosts(Pricing pricing, decimal[] known, int unknown, DateTimeOffset asOf)
    {
        Pricing = pricing;
        _origin = new($"monthly cost of {known.Length} secrets", asOf);
        _mostlyUnknown = unknown > known.Length;
        // Before the scale, which overwrites the numbers.
        var described = known.Length == 0 ? null : Describe(known, unknown);
        _scale = RobustScale.Of(known);
        Distribution = described is null ? null : described with { Median = Rounded(_scale.Median), RobustDeviation = Rounded(_scale.Deviation) };
        Size = Fact.Known(known.Length + unknown, _origin);
        Median = _mostlyUnknown ? Ignorance(unknown) : Fact.Known(_scale.Median, _origin);
    }

    /// <summary>How a secret is priced.</summary>
    public Pricing Pricing { get; }

    /// <summary>How the known costs are distributed; null when none is known.</summary>
    public CostDistribution? Distribution { get; }

    /// <summary>How many secrets the fleet has, whether their cost is known or not: a fleet that could not be read is not a small one.</summary>
    public Fact<int> Size { get; }

    /// <summary>The median cost.</summary>
    public Fact<decimal> Median { get; }

    /// <summary>How far a cost lies from the median.</summary>
    public Fact<decimal> ZScore(Fact<decimal> cost) =>
        !cost.IsKnown ? cost
        : _mostlyUnknown ? Median
        : Fact.Known(Math.Round(_scale.ZScore(cost.Value), 2), cost.Origin!);

    private static CostDistribution Describe(decimal[] known, int unknown) => new()
    {
        Secrets = known.Length,
        Unknown = unknown,
        Minimum = Rounded(known.Min()),
        LowerQuartile = Rounded(Selection.Percentile(known, 25)),
        Median = 0,
        UpperQuartile = Rounded(Selection.Percentile(known, 75)),
        Percentile90 = Rounded(Selection.Percentile(known, 90)),
        Percentile99 = Rounded(Selection.Percentile(known, 99)),
        Maximum = Rounded(known.Max()),
        RobustDeviation = 0,
    };

    private static decimal Rounded(decimal amount) => Math.Round(amount, 4);

    private Fact<decimal> Ignorance(int unknown) =>
        Fact<decimal>.Unknown(_origin.Failed($"the cost of {unknown} secrets is unknown, more than half of the fleet"));
}
