using System.Globalization;

namespace SecretsAudit.Engine.Yaml;

/// <summary>Durations as people write them: <c>90d</c>, <c>24h</c>, <c>1d12h</c>, <c>30m</c>, <c>15s</c>.</summary>
internal static class Durations
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>Reads a duration of up to a hundred years.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.IsEmpty)
            return false;

        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0 or > 9 || Unit(text[digits]) is not { } unit)
                return false;

            duration += unit * int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            if (duration > Longest)
                return false;

            text = text[(digits + 1)..];
        }

        return true;
    }

    /// <summary>Writes a duration the same way.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
            return "-" + Format(duration.Negate());

        var text = string.Concat(
            Part(duration.Days, "d"), Part(duration.Hours, "h"), Part(duration.Minutes, "m"), Part(duration.Seconds, "s"));
        return text.Length == 0 ? "0s" : text;
    }

    private static string Part(int count, string unit) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture) + unit;

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        's' => TimeSpan.FromSeconds(1),
        _ => null,
    };
}
