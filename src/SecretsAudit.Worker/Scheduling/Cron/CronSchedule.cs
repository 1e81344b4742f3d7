using Quartz;

namespace SecretsAudit.Worker.Scheduling;

/// <summary>A validated cron expression in a time zone.</summary>
internal sealed class CronSchedule
{
    private static readonly Dictionary<string, string> Nicknames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@hourly"] = "0 * * * *",
        ["@daily"] = "0 0 * * *",
        ["@weekly"] = "0 0 * * 0",
        ["@monthly"] = "0 0 1 * *",
    };

    private readonly CronExpression _expression;

    private CronSchedule(string text, CronExpression expression)
    {
        Text = text;
        _expression = expression;
    }

    /// <summary>The expression as the user wrote it.</summary>
    public string Text { get; }

    /// <summary>The same in Quartz's six or seven fields.</summary>
    public string QuartzText => _expression.CronExpressionString;

    /// <summary>The zone its fields are in.</summary>
    public TimeZoneInfo Zone => _expression.TimeZone;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">Five Unix fields, six or seven Quartz fields, or a nickname.</param>
    /// <param name="timeZone">An IANA time zone.</param>
    /// <param name="now">It must fire at some time after this.</param>
    /// <exception cref="WorkerConfigurationException">The expression or the zone is wrong, or it never fires.</exception>
    public static CronSchedule Parse(string text, string timeZone, DateTimeOffset now)
    {
        var zone = FindZone(timeZone);
        var trimmed = text.Trim();
        var expression = ParseExpression(trimmed);
        expression.TimeZone = zone;

        var schedule = new CronSchedule(trimmed, expression);
        return schedule.NextAfter(now) is null
            ? throw new WorkerConfigurationException($"The schedule \"{trimmed}\" never fires after {now:u}. Check its day, month and year.")
            : schedule;
    }

    /// <summary>The first fire time after a moment; null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) => _expression.GetTimeAfter(moment);

    /// <summary>The last fire time at or before a moment, within the ten years before it; null when there is none.</summary>
    public DateTimeOffset? LastAtOrBefore(DateTimeOffset moment)
    {
        // Quartz looks forward only. The next fire time after x grows with x, so the last x whose next fire time has come leads to the slot.
        bool HasCome(DateTimeOffset x) => NextAfter(x) is { } next && next <= moment;

        var span = TimeSpan.FromMinutes(1);
        while (!HasCome(moment - span))
        {
            span *= 4;
            if (span > TimeSpan.FromDays(3653))
                return null;
        }

        var (low, high) = (moment - span, moment);
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low + ((high - low) / 2);
            if (HasCome(middle))
                low = middle;
            else
                high = middle;
        }

        // Two fire times a second apart can both follow "low".
        var last = NextAfter(low);
        while (NextAfter(last!.Value) is { } later && later <= moment)
            last = later;

        return last;
    }

    private static CronExpression ParseExpression(string text)
    {
        if (text.Length > 250)
            throw new WorkerConfigurationException($"The schedule is {text.Length} characters long; at most 250 are allowed.");

        if (text.StartsWith('@') && !Nicknames.ContainsKey(text))
            throw new WorkerConfigurationException($"The schedule \"{text}\" is not known; use {string.Join(", ", Nicknames.Keys)} or a cron expression.");

        var written = Nicknames.GetValueOrDefault(text, text);
        var fields = written.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var quartz = fields.Length switch
        {
            5 => UnixCron.ToQuartz(fields),
            6 or 7 => string.Join(' ', fields),
            _ => throw new WorkerConfigurationException(
                $"The schedule \"{text}\" has {fields.Length} fields; a cron expression has 5 (minute hour day month weekday), or 6 to 7 in Quartz's form."),
        };

        try
        {
            return new CronExpression(quartz);
        }
        catch (FormatException error)
        {
            throw new WorkerConfigurationException($"The schedule \"{text}\" is not a Quartz cron expression: {error.Message}", error);
        }
    }

    private static TimeZoneInfo FindZone(string timeZone)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException or System.Security.SecurityException)
        {
            throw new WorkerConfigurationException($"The time zone \"{timeZone}\" is not known; use an IANA name such as UTC or Europe/Berlin.", error);
        }
    }
}
