namespace SecretsAudit.Store.Rotation;

/// <summary><c>cron(Minutes Hours Day-of-month Month Day-of-week Year)</c> as Secrets Manager reads it, in UTC.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html#rotate-secrets_schedule-cron"/>
internal sealed class CronExpression
{
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronField _hours;
    private readonly CronField _months;
    private readonly CronField _daysOfMonth;
    private readonly CronField _daysOfWeek;

    private CronExpression(CronField hours, CronField daysOfMonth, CronField months, CronField daysOfWeek) =>
        (_hours, _daysOfMonth, _months, _daysOfWeek) = (hours, daysOfMonth, months, daysOfWeek);

    public bool RunsMoreThanDaily => _hours.Count > 1;

    public static bool TryParse(string expression, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CronExpression? cron)
    {
        cron = null;
        if (!expression.StartsWith("cron(", StringComparison.Ordinal) || !expression.EndsWith(')'))
        {
            return false;
        }

        // Minutes are always 0 and the year is always *.
        var parts = expression[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["0", var hourText, var dayText, var monthText, var weekdayText, "*"]
            || CronField.Parse(hourText, 0, 23, []) is not { } hours
            || CronField.Parse(dayText, 1, 31, []) is not { } days
            || CronField.Parse(monthText, 1, 12, MonthNames) is not { } months
            || CronField.Parse(weekdayText, 1, 7, DayNames) is not { } weekdays
            || (dayText == "?") == (weekdayText == "?"))
        {
            return false;
        }

        cron = new(hours, days, months, weekdays);
        return true;
    }

    /// <summary>The first full hour after a moment that matches; null when none does within five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var day = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero);
        for (var i = 0; i < 5 * 366; i++, day = day.AddDays(1))
        {
            if (!Matches(day))
            {
                continue;
            }

            for (var hour = 0; hour < 24; hour++)
            {
                if (_hours.Contains(hour) && day.AddHours(hour) > after)
                {
                    return day.AddHours(hour);
                }
            }
        }

        return null;
    }

    private bool Matches(DateTimeOffset day)
    {
        var weekday = (int)day.DayOfWeek + 1;
        var isLastOfItsWeekday = day.AddDays(7).Month != day.Month;
        return _months.Contains(day.Month)
            && (_daysOfMonth.IsUnspecified || _daysOfMonth.Contains(day.Day) || (_daysOfMonth.IsLast && day.AddDays(1).Month != day.Month))
            && (_daysOfWeek.IsUnspecified
                || (_daysOfWeek.Nth is { } nth ? _daysOfWeek.Contains(weekday) && (day.Day - 1) / 7 + 1 == nth
                    : _daysOfWeek.IsLast ? _daysOfWeek.Contains(weekday) && isLastOfItsWeekday
                    : _daysOfWeek.Contains(weekday)));
    }
}
