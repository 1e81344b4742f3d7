using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>Who reads a secret's value, how often and when.</summary>
/// <param name="Reads">Reads, spread evenly.</param>
/// <param name="First">The first read.</param>
/// <param name="Last">The last read.</param>
internal sealed record UsePlan(int Reads, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>The value was never read.</summary>
    public static UsePlan Never { get; } = new(0, Calendar.Start, Calendar.Start);

    /// <summary>Roles that read it besides its own service, by name.</summary>
    public IReadOnlyList<string> AlsoRead { get; init; } = [];

    /// <summary>Attempts to read that Secrets Manager refuses.</summary>
    public IReadOnlyList<(string Reader, DateTimeOffset At)> InVain { get; init; } = [];

    /// <summary>Reads in each region it is replicated to.</summary>
    public int ReplicaReads { get; init; } = 4;

    /// <summary>A service's ordinary use in the last 90 days.</summary>
    public static UsePlan Usual(Place place, string name, SecretKind kind, DateTimeOffset created)
    {
        var dice = Dice.For("use", name, place.Region);
        var (fewest, most) = kind.UsualReads;
        var plan = Busy(place, name, dice.Between(fewest, most), created);
        return dice.Between(1, 6) switch
        {
            1 => plan with { AlsoRead = ["on-call-engineer"] },
            <= 3 => plan with { AlsoRead = ["deployment-pipeline"] },
            _ => plan,
        };
    }

    /// <summary>So many reads in the last 90 days, up to the last few days.</summary>
    public static UsePlan Busy(Place place, string name, int reads, DateTimeOffset created)
    {
        var dice = Dice.For("busy", name, place.Region);
        var first = Calendar.DaysAgo(88).AddMinutes(dice.Between(0, 8 * 24 * 60));
        var last = Calendar.DaysAgo(0).AddMinutes(-dice.Between(0, 6 * 24 * 60));
        return new(reads, created > first ? created.AddMinutes(90) : first, last);
    }

    /// <summary>A few reads long ago, the last on this day.</summary>
    public static UsePlan Until(DateTimeOffset last, int reads = 3) => new(reads, last.AddDays(-20), last);

    /// <summary>The moments of the reads, in order.</summary>
    public IEnumerable<DateTimeOffset> Moments()
    {
        for (var index = 1; index <= Reads; index++)
            yield return index == Reads ? Last : First + ((Last - First) * (index - 1) / Math.Max(1, Reads - 1));
    }
}
