namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The estate's present, and dates before it.</summary>
internal static class Calendar
{
    /// <summary>The estate's present: a Monday morning.</summary>
    public static DateTimeOffset Now { get; } = At(2026, 11, 2, 9);

    /// <summary>The first day of the company's use of Secrets Manager.</summary>
    public static DateTimeOffset Start { get; } = At(2023, 10, 9, 6);

    /// <summary>A moment, in UTC.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>A working moment of a day written as <c>2025-03-14</c>; which one, depends on the words.</summary>
    public static DateTimeOffset Day(string date, params ReadOnlySpan<string> words)
    {
        var midnight = new DateTimeOffset(DateOnly.ParseExact(date, "yyyy-MM-dd"), TimeOnly.MinValue, TimeSpan.Zero);
        return midnight.AddHours(7).AddMinutes(Dice.For([date, .. words]).Between(0, 10 * 60));
    }

    /// <summary>The midnight (UTC) so many days before the present's.</summary>
    public static DateTimeOffset DaysAgo(int days) => At(2026, 11, 2).AddDays(-days);
}
