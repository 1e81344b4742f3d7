using System.Globalization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation;

/// <summary>Computes rotation windows from days, <c>rate()</c> and <c>cron()</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html"/>
internal static class RotationSchedule
{
    /// <summary>The first window that opens after a moment; null without a schedule.</summary>
    public static RotationWindow? Next(RotationSettings rotation, DateTimeOffset after)
    {
        if (rotation.ScheduleExpression is { } expression)
        {
            if (TryParseRate(expression, out var rate, out var byTheHour))
            {
                return byTheHour
                    ? Window(StartOfHour(after + rate), rotation.Duration, byTheHour: true)
                    : Window(StartOfDay(after + rate), rotation.Duration, byTheHour: false);
            }

            return CronExpression.TryParse(expression, out var cron) && cron.Next(after) is { } opens
                ? Window(opens, rotation.Duration, cron.RunsMoreThanDaily)
                : null;
        }

        return rotation.AutomaticallyAfterDays is { } days ? Window(StartOfDay(after.AddDays(days)), rotation.Duration, byTheHour: false) : null;
    }

    /// <summary>The days from a rotation to the next one, begun ones in full, as DescribeSecret and ListSecrets tell them of a schedule; null without a next one.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html"/>
    public static long? Days(RotationSettings rotation, DateTimeOffset from) =>
        Next(rotation, from) is { } window ? Math.Max(1, (long)Math.Ceiling((window.Opens - from).TotalDays)) : null;

    /// <summary>The longest time between two openings of the schedule's windows; null without a schedule.</summary>
    public static TimeSpan? LongestGap(RotationSettings rotation, DateTimeOffset from)
    {
        if (rotation.ScheduleExpression is not { } expression)
        {
            return rotation.AutomaticallyAfterDays is { } days ? TimeSpan.FromDays(days) : null;
        }

        if (TryParseRate(expression, out var rate, out _))
        {
            return rate;
        }

        // A year of openings shows every month and every weekday; a schedule of single years shows its gap at once.
        TimeSpan? longest = null;
        var before = Next(rotation, from)?.Opens;
        for (var count = 0; before is { } opened && count < 400 && opened < from.AddDays(400); count++)
        {
            var next = Next(rotation, opened)?.Opens;
            longest = next is null ? TimeSpan.MaxValue : longest > next - opened ? longest : next - opened;
            before = next;
        }

        return longest;
    }

    /// <summary>Whether AWS accepts the expression: hours from 4, days up to 999, minutes always 0.</summary>
    public static bool IsValid(string expression) =>
        TryParseRate(expression, out var rate, out _) ? rate >= TimeSpan.FromHours(4) && rate <= TimeSpan.FromDays(999) : CronExpression.TryParse(expression, out _);

    private static RotationWindow Window(DateTimeOffset opens, string? duration, bool byTheHour)
    {
        if (duration is { Length: > 1 } && int.TryParse(duration.AsSpan(0, duration.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hours))
        {
            return new(opens, opens.AddHours(hours).AddSeconds(-1));
        }

        // Without a duration a window by the hour lasts an hour, and one by the day to the end of the UTC day; its last second is still in it.
        return new(opens, (byTheHour ? opens.AddHours(1) : StartOfDay(opens).AddDays(1)).AddSeconds(-1));
    }

    private static bool TryParseRate(string expression, out TimeSpan rate, out bool byTheHour)
    {
        (rate, byTheHour) = (default, false);
        if (!expression.StartsWith("rate(", StringComparison.Ordinal) || !expression.EndsWith(')'))
        {
            return false;
        }

        var parts = expression[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 100_000)
        {
            return false;
        }

        byTheHour = parts[1] is "hour" or "hours";
        rate = parts[1] switch
        {
            "hour" or "hours" => TimeSpan.FromHours(count),
            "day" or "days" => TimeSpan.FromDays(count),
            _ => default,
        };
        return rate > TimeSpan.Zero;
    }

    private static DateTimeOffset StartOfHour(DateTimeOffset instant) => StartOfDay(instant).AddHours(instant.UtcDateTime.Hour);

    private static DateTimeOffset StartOfDay(DateTimeOffset instant) => new(instant.UtcDateTime.Date, TimeSpan.Zero);
}
