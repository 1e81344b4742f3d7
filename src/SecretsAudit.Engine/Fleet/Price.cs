namespace SecretsAudit.Engine.Fleet;

/// <summary>One price.</summary>
/// <param name="Amount">US dollars, not negative.</param>
/// <param name="Units">For how many units, at least 1.</param>
/// <param name="Source">The page that says so.</param>
/// <param name="AsOf">The day the page said so.</param>
public sealed record Price(decimal Amount, int Units, Uri Source, DateOnly AsOf)
{
    // A division costs as much as all of the rest, and a price is asked for every secret several times. Most prices of one unit are exact.
    private readonly decimal? _each = Amount / Units * Units == Amount ? Amount / Units : null;

    /// <summary>What a number of units costs.</summary>
    public decimal Of(decimal units) => _each is { } each ? units * each : units * Amount / Units;
}
