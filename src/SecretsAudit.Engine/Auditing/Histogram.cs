using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Counts numbers into bars.</summary>
/// <param name="bars">The bars' labels with the largest number that falls in each; ascending, the last one without limit.</param>
internal sealed class Histogram(params (string Label, decimal Limit)[] bars)
{
    private readonly int[] _counts = new int[bars.Length];
    private int _unknown;

    /// <summary>Spreads values by their age.</summary>
    public static Histogram ValueAges() => new(
        ("0–30 days", 30), ("31–90 days", 90), ("91–180 days", 180), ("181–365 days", 365), ("1–2 years", 730), ("over 2 years", decimal.MaxValue));

    /// <summary>Spreads secrets by their monthly cost.</summary>
    public static Histogram MonthlyCosts() => new(
        ("nothing", 0m), ("up to $0.40", 0.40m), ("up to $0.50", 0.50m), ("up to $1", 1m), ("up to $5", 5m), ("up to $20", 20m), ("over $20", decimal.MaxValue));

    public void Add(decimal number)
    {
        for (var i = 0; i < bars.Length; i++)
        {
            if (number <= bars[i].Limit)
            {
                _counts[i]++;
                return;
            }
        }
    }

    public void AddUnknown() => _unknown++;

    /// <summary>The bars; one for the unknown only when there are any.</summary>
    public IReadOnlyList<HistogramBucket> Buckets() =>
    [
        .. bars.Select((bar, i) => new HistogramBucket(bar.Label, _counts[i])),
        .. _unknown > 0 ? [new HistogramBucket("unknown", _unknown)] : Array.Empty<HistogramBucket>(),
    ];
}
