namespace SecretsAudit.Engine.Fleet;

/// <summary>The middle and the spread of a set of numbers, unmoved by a few wild ones.</summary>
/// <param name="Median">The median.</param>
/// <param name="Deviation">The robust standard deviation: 1.4826 times the median absolute deviation, but not less than a floor.</param>
internal readonly record struct RobustScale(decimal Median, decimal Deviation)
{
    // Makes the median absolute deviation agree with the standard deviation of a normal distribution (Rousseeuw and Croux, 1993).
    private const decimal Consistency = 1.4826m;

    // In a fleet of nearly equal costs the spread is a rounding error, and every cent would be an outlier: count in steps of at least
    // a tenth of the median, or ten cents.
    private const decimal SmallestShare = 0.10m;
    private const decimal SmallestAmount = 0.10m;

    /// <summary>Measures numbers; the array is overwritten.</summary>
    public static RobustScale Of(decimal[] numbers)
    {
        if (numbers.Length == 0)
            return new(0, SmallestAmount);

        var median = MedianOf(numbers);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Math.Abs(numbers[i] - median);

        var floor = Math.Max(SmallestAmount, SmallestShare * Math.Abs(median));
        return new(median, Math.Max(Consistency * MedianOf(numbers), floor));
    }

    /// <summary>How many robust standard deviations a number lies above the median.</summary>
    public decimal ZScore(decimal number) => (number - Median) / Deviation;

    private static decimal MedianOf(decimal[] numbers)
    {
        var middle = numbers.Length / 2;
        var upper = Selection.Place(numbers, middle);
        if (numbers.Length % 2 == 1)
            return upper;

        // What was selected leaves nothing larger before it.
        var lower = numbers[0];
        for (var i = 1; i < middle; i++)
            lower = Math.Max(lower, numbers[i]);

        return (lower + upper) / 2;
    }
}
