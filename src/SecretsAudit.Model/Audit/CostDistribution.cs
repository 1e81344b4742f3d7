namespace SecretsAudit.Model;

/// <summary>How what single secrets cost is distributed over the fleet, in US dollars a month of 30 days: what an outlier is measured by.</summary>
/// <seealso href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm"/>
public sealed record CostDistribution
{
    /// <summary>Secrets whose cost is known; the other figures are theirs.</summary>
    public required int Secrets { get; init; }

    /// <summary>Secrets whose cost is unknown, because their use could not be read.</summary>
    public required int Unknown { get; init; }

    /// <summary>The least.</summary>
    public required decimal Minimum { get; init; }

    /// <summary>A quarter of the secrets cost at most so much.</summary>
    public required decimal LowerQuartile { get; init; }

    /// <summary>Half of the secrets cost at most so much.</summary>
    public required decimal Median { get; init; }

    /// <summary>Three quarters of the secrets cost at most so much.</summary>
    public required decimal UpperQuartile { get; init; }

    /// <summary>All but a tenth of the secrets cost at most so much.</summary>
    public required decimal Percentile90 { get; init; }

    /// <summary>All but a hundredth of the secrets cost at most so much.</summary>
    public required decimal Percentile99 { get; init; }

    /// <summary>The most.</summary>
    public required decimal Maximum { get; init; }

    /// <summary>One robust standard deviation: 1.4826 times the median absolute deviation, but at least a tenth of the median and ten cents.</summary>
    public required decimal RobustDeviation { get; init; }
}
