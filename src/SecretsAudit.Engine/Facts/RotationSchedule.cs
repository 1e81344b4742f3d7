using System.Collections.Concurrent;
using System.Globalization;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Works out how long a secret goes without a rotation, by its schedule.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html"/>
internal static class RotationSchedule
{
    private const int LongestExpression = 256;
    private const int MostKept = 1000;

    // Expressions come from the inventory, so their number is bounded here; most estates have a handful.
    private static readonly ConcurrentDictionary<string, TimeSpan?> Known = new(StringComparer.Ordinal);

    /// <summary>The longest time between two rotations; absent without a schedule, unknown for an expression that is not understood.</summary>
    public static Fact<TimeSpan> Interval(Rotation rotation)
    {
        if (rotation.AutomaticallyAfterDays.TryGetValue(out var days))
            return Fact.Known(TimeSpan.FromDays(days), rotation.AutomaticallyAfterDays.Origin!);

        if (!rotation.ScheduleExpression.TryGetValue(out var expression))
            return FactOperators.Carry<string, TimeSpan>(rotation.ScheduleExpression.IsUnknown ? rotation.ScheduleExpression : Missing(rotation));

        if (Known.Count > MostKept)
            Known.Clear();

        return Known.GetOrAdd(expression, Parse) is { } interval
            ? Fact.Known(interval, rotation.ScheduleExpression.Origin!)
            : Fact<TimeSpan>.Unknown(rotation.ScheduleExpression.Origin!.Failed("the rotation schedule is not understood"));
    }

    /// <summary>The longest interval of an expression; null when it is not understood or never comes due.</summary>
    internal static TimeSpan? Parse(string expression)
    {
        var text = expression.Trim();
        if (text.Length > LongestExpression || !text.EndsWith(')'))
            return null;

        if (text.StartsWith("rate(", StringComparison.Ordinal))
            return Rate(text[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));

        return text.StartsWith("cron(", StringComparison.Ordinal) ? CronDays.Parse(text[5..^1])?.LongestGap() : null;
    }

    private static Fact<string> Missing(Rotation rotation) => rotation.AutomaticallyAfterDays.IsUnknown
        ? FactOperators.Carry<int, string>(rotation.AutomaticallyAfterDays)
        : rotation.ScheduleExpression;

    private static TimeSpan? Rate(string[] parts) =>
        parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 24_000
            ? parts[1] switch
            {
                "hour" or "hours" => TimeSpan.FromHours(count),
                "day" or "days" => TimeSpan.FromDays(count),
                _ => null,
            }
            : null;
}
