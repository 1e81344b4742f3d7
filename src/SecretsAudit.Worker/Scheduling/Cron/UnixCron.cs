namespace SecretsAudit.Worker.Scheduling;

/// <summary>Translates a five-field Unix cron expression into Quartz's form.</summary>
/// <seealso href="https://man7.org/linux/man-pages/man5/crontab.5.html"/>
internal static class UnixCron
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The same schedule in Quartz's six fields.</summary>
    /// <param name="fields">Minute, hour, day of month, month, day of week.</param>
    /// <exception cref="WorkerConfigurationException">A field is wrong, or both day fields are restricted.</exception>
    public static string ToQuartz(IReadOnlyList<string> fields)
    {
        var minute = new UnixCronField("minute", 0, 59, [], 0).Parse(fields[0]);
        var hour = new UnixCronField("hour", 0, 23, [], 0).Parse(fields[1]);
        var day = new UnixCronField("day of month", 1, 31, [], 0).Parse(fields[2]);
        var month = new UnixCronField("month", 1, 12, Months, 1).Parse(fields[3]);
        var weekday = new UnixCronField("day of week", 0, 7, Days, 0).Parse(fields[4]);

        // Unix reads two restricted day fields as "either"; Quartz cannot say that, and "both" would silently run less often.
        if (day is not null && weekday is not null)
        {
            throw new WorkerConfigurationException(
                $"The schedule \"{string.Join(' ', fields)}\" restricts both the day of month and the day of week; set one of them to *.");
        }

        var days = weekday is null ? (day is null ? "*" : Join(day)) : "?";
        var weekdays = weekday is null ? "?" : string.Join(',', weekday.Select(number => Days[number % 7]).Distinct());
        return $"0 {Join(minute)} {Join(hour)} {days} {Join(month)} {weekdays}";
    }

    private static string Join(IReadOnlyList<int>? values) => values is null ? "*" : string.Join(',', values);
}
