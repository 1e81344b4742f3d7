using System.Globalization;

namespace SecretsAudit.Engine.Facts;

/// <summary>A cron expression of AWS's six fields, as far as rotation schedules use them: the hours of the days on which it comes due.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html"/>
internal sealed class CronDays
{
    // Eight years hold every pattern of months, weekdays and leap days that a schedule can tell apart but the century's.
    private static readonly DateOnly From = new(2024, 1, 1);
    private const int Days = 8 * 366;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly bool[] _hours;
    private readonly Func<DateOnly, bool> _isDue;

    private CronDays(bool[] hours, Func<DateOnly, bool> isDue)
    {
        _hours = hours;
        _isDue = isDue;
    }

    /// <summary>Reads minute, hour, day of month, month, day of week and year; null when one of them is not understood.</summary>
    public static CronDays? Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6 || Set(fields[0], 0, 59, []) is null || Set(fields[1], 0, 23, []) is not { } hours || Set(fields[3], 1, 12, Months) is not { } months
            || Set(fields[5], 1970, 2199, []) is not { } years || DayOfMonth(fields[2]) is not { } dayOfMonth || DayOfWeek(fields[4]) is not { } dayOfWeek)
            return null;

        // AWS demands that one of the two is "?".
        if (fields[2] != "?" && fields[4] != "?")
            return null;

        return new(hours, date => months[date.Month - 1] && years[date.Year - 1970] && dayOfMonth(date) && dayOfWeek(date));
    }

    /// <summary>The longest time between two moments at which it comes due; null when it comes due less than twice.</summary>
    public TimeSpan? LongestGap()
    {
        var (first, last) = (Array.IndexOf(_hours, true), Array.LastIndexOf(_hours, true));
        var longest = 0;
        for (int hour = first, before = first; hour <= last; hour++)
        {
            if (_hours[hour])
                (longest, before) = (Math.Max(longest, hour - before), hour);
        }

        int? dueBefore = null;
        var due = 0;
        for (var day = 0; day < Days; day++)
        {
            if (!_isDue(From.AddDays(day)))
                continue;

            due++;
            if (dueBefore is { } earlier)
                longest = Math.Max(longest, ((day - earlier) * 24) + first - last);
            dueBefore = day;
        }

        return due < 2 ? null : TimeSpan.FromHours(longest);
    }

    private static Func<DateOnly, bool>? DayOfMonth(string field)
    {
        if (field is "L" or "LW")
        {
            return field == "L"
                ? static date => date.Day == DateTime.DaysInMonth(date.Year, date.Month)
                : static date => date == NearestWeekday(date, DateTime.DaysInMonth(date.Year, date.Month));
        }

        if (field.EndsWith('W') && int.TryParse(field[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is >= 1 and <= 31)
            return date => wanted <= DateTime.DaysInMonth(date.Year, date.Month) && date == NearestWeekday(date, wanted);

        return field == "?" ? static _ => true : Set(field, 1, 31, []) is { } days ? date => days[date.Day - 1] : null;
    }

    private static Func<DateOnly, bool>? DayOfWeek(string field)
    {
        if (field.Split('#') is [var name, var turn] && Number(name, 1, 7, Weekdays) is { } weekday && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth is >= 1 and <= 5)
            return date => (int)date.DayOfWeek + 1 == weekday && (date.Day - 1) / 7 == nth - 1;

        if (field.EndsWith('L') && field.Length > 1 && Number(field[..^1], 1, 7, Weekdays) is { } last)
            return date => (int)date.DayOfWeek + 1 == last && date.Day > DateTime.DaysInMonth(date.Year, date.Month) - 7;

        return field == "?" ? static _ => true : Set(field == "L" ? "7" : field, 1, 7, Weekdays) is { } days ? date => days[(int)date.DayOfWeek] : null;
    }

    // The nearest working day within the same month.
    private static DateOnly NearestWeekday(DateOnly month, int day)
    {
        var date = new DateOnly(month.Year, month.Month, day);
        return date.DayOfWeek switch
        {
            System.DayOfWeek.Saturday => date.AddDays(day == 1 ? 2 : -1),
            System.DayOfWeek.Sunday => date.AddDays(day == DateTime.DaysInMonth(month.Year, month.Month) ? -2 : 1),
            _ => date,
        };
    }

    private static bool[]? Set(string field, int least, int most, string[] names)
    {
        var set = new bool[most - least + 1];
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') is [var left, var right] ? (left, Number(right, 1, most, [])) : (part, 1);
            var (from, to) = range is "*" or "" ? (least, most)
                : range.Split('-') is [var low, var high] ? (Number(low, least, most, names), Number(high, least, most, names))
                : (Number(range, least, most, names), part.Contains('/', StringComparison.Ordinal) ? most : Number(range, least, most, names));
            if (from is not { } start || to is not { } end || step is not { } by || (range.Length == 0 && !part.Contains('/', StringComparison.Ordinal)))
                return null;

            // FRI-MON goes over the week's end.
            for (var value = start; value <= (end < start ? end + set.Length : end); value += by)
                set[(value - least) % set.Length] = true;
        }

        return set;
    }

    private static int? Number(string text, int least, int most, string[] names)
    {
        var named = Array.IndexOf(names, text.ToUpperInvariant());
        return named >= 0 ? named + 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : null;
    }
}
