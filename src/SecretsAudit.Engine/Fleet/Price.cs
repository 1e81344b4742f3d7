namespace SecretsAudit.Engine.Fleet;

/// <summary>One price.</summary>
/// <param name="Amount">US dollars, not negative.</param>
/// <param name="Units">For how many units, at least 1.</param>
/// <param name="Source">The page that says so.</param>
/// <param name="AsOf">The day the page said so.</param>
public sealed record Price(decimal Amount, int Units, Uri Source, DateOnly AsOf)
{
    /// <summary>What a number of units costs.</summary>
    public decimal Of(decimal units) => units * Amount / Units;
}
