using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>How a secret rotates, and what went wrong with it.</summary>
internal sealed record RotationPlan
{
    /// <summary>When rotation was turned on, which rotates at once.</summary>
    public required DateTimeOffset Enabled { get; init; }

    /// <summary>Days between rotations; null when <see cref="Expression"/> says it.</summary>
    public int? Days { get; init; }

    /// <summary>A <c>rate()</c> or <c>cron()</c> expression.</summary>
    public string? Expression { get; init; }

    /// <summary>The length of the rotation window; null for the default.</summary>
    public string? Window { get; init; }

    /// <summary>Whether turning it on leaves the first rotation to the schedule.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>The region that its function was put into by mistake; null for the secret's own.</summary>
    public string? FunctionRegion { get; init; }

    /// <summary>What its function is called; null for what functions of its kind are called.</summary>
    public string? FunctionName { get; init; }

    /// <summary>From when on every rotation fails; null when none does.</summary>
    public DateTimeOffset? BrokenSince { get; init; }

    /// <summary>From when on they succeed again; null for never.</summary>
    public DateTimeOffset? Repaired { get; init; }

    /// <summary>When somebody turned rotation off; null when nobody did.</summary>
    public DateTimeOffset? Cancelled { get; init; }

    /// <summary>When somebody rotated it by hand, besides the schedule.</summary>
    public DateTimeOffset? ByHand { get; init; }

    /// <summary>
    /// The rotation that the company's programme of summer 2026 gave to every secret of its kind; null for kinds that change by hand.
    /// </summary>
    public static RotationPlan? Usual(Place place, string name, SecretKind kind, DateTimeOffset created)
    {
        if (kind.RotationDays is not { } days)
            return null;

        var dice = Dice.For("rotation", name, place.Region);
        var programme = Calendar.At(2026, 6, 22, 7).AddDays(dice.Between(0, 80)).AddMinutes(dice.Between(0, 600));
        var enabled = programme > created ? programme : created.AddHours(dice.Between(1, 30));
        if (place.Environment == Company.Environment.Staging)
            days += 30;
        return dice.Between(1, 10) switch
        {
            <= 7 => new() { Enabled = enabled, Days = days },
            <= 9 => new() { Enabled = enabled, Expression = $"rate({days} days)", Window = "4h" },
            _ => new() { Enabled = enabled, Expression = $"cron(0 3 {dice.Between(3, 26)} {(days <= 60 ? "*/2" : "*/3")} ? *)", Window = "2h" },
        };
    }
}
