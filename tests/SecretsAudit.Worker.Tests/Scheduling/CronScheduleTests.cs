using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Tests;

public sealed class CronScheduleTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 14, 0, 0, TimeSpan.Zero);

    // Five fields as crontab(5) describes them: 0 and 7 are Sunday, names are case-insensitive, */n starts at the lowest value.
    [Theory]
    [InlineData("0 3 * * *", "2026-11-25T03:00:00Z")]
    [InlineData("*/15 * * * *", "2026-11-24T14:15:00Z")]
    [InlineData("30 2 * * 0", "2026-11-29T02:30:00Z")]
    [InlineData("30 2 * * 7", "2026-11-29T02:30:00Z")]
    [InlineData("0 6 * * mon-fri", "2026-11-25T06:00:00Z")]
    [InlineData("0 6 * * 1-5", "2026-11-25T06:00:00Z")]
    [InlineData("0 6 * * */3", "2026-11-25T06:00:00Z")]
    [InlineData("0 0 1 jan,jul *", "2027-01-01T00:00:00Z")]
    [InlineData("5-10/5 3 * * *", "2026-11-25T03:05:00Z")]
    [InlineData("  0   3 * * *  ", "2026-11-25T03:00:00Z")]
    [InlineData("@hourly", "2026-11-24T15:00:00Z")]
    [InlineData("@daily", "2026-11-25T00:00:00Z")]
    [InlineData("@weekly", "2026-11-29T00:00:00Z")]
    [InlineData("@monthly", "2026-12-01T00:00:00Z")]
    [InlineData("0 0 3 * * ?", "2026-11-25T03:00:00Z")]
    [InlineData("30 0 3 L * ?", "2026-11-30T03:00:30Z")]
    [InlineData("0 0 3 * * ? 2027", "2027-01-01T03:00:00Z")]
    public void A_schedule_fires_next_at(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), CronSchedule.Parse(text, "UTC", Tuesday).NextAfter(Tuesday));

    [Theory]
    [InlineData("", "0 fields")]
    [InlineData("0 3 * *", "4 fields")]
    [InlineData("nightly", "1 fields")]
    [InlineData("61 3 * * *", "minute \"61\" is wrong: 61 is outside 0 to 59")]
    [InlineData("0 24 * * *", "hour \"24\" is wrong: 24 is outside 0 to 23")]
    [InlineData("0 3 0 * *", "day of month \"0\" is wrong: 0 is outside 1 to 31")]
    [InlineData("0 3 * 13 *", "month \"13\" is wrong: 13 is outside 1 to 12")]
    [InlineData("0 3 * foo *", "\"foo\" is not a number or a name such as JAN")]
    [InlineData("0 3 * * 8", "day of week \"8\" is wrong: 8 is outside 0 to 7")]
    [InlineData("0 3 * * fri-mon", "the range ends before it starts")]
    [InlineData("*/0 3 * * *", "a step is a whole number of at least 1")]
    [InlineData("1/2/3 3 * * *", "a step is a whole number of at least 1")]
    [InlineData("1-2-3 3 * * *", "a range has two ends")]
    [InlineData("-1 3 * * *", "\"\" is not a number")]
    [InlineData("0 3 1 * 1", "restricts both the day of month and the day of week")]
    [InlineData("0 0 30 2 *", "never fires")]
    [InlineData("0 0 3 * * ? 2020", "never fires")]
    [InlineData("0 0 25 * * ?", "is not a Quartz cron expression: Hour values must be between 0 and 23")]
    [InlineData("0 0 3 * * *", "is not a Quartz cron expression")]
    [InlineData("@reboot", "is not known; use @hourly, @daily")]
    public void A_wrong_schedule_is_refused_with_what_is_wrong(string text, string message)
    {
        var error = Assert.Throws<WorkerConfigurationException>(() => CronSchedule.Parse(text, "UTC", Tuesday));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlong_schedule_is_refused() =>
        Assert.Throws<WorkerConfigurationException>(() => CronSchedule.Parse(new string('1', 100_000), "UTC", Tuesday));

    [Fact]
    public void A_schedule_is_read_in_its_time_zone()
    {
        var schedule = CronSchedule.Parse("0 3 * * *", "Europe/Berlin", Tuesday);

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero), schedule.NextAfter(Tuesday));
    }

    [Fact]
    public void An_unknown_time_zone_is_refused()
    {
        var error = Assert.Throws<WorkerConfigurationException>(() => CronSchedule.Parse("0 3 * * *", "Mars/Olympus", Tuesday));

        Assert.Contains("Mars/Olympus", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 3 * * *", "2026-11-24T14:00:00Z", "2026-11-24T03:00:00Z")]
    [InlineData("0 3 * * *", "2026-11-24T03:00:00Z", "2026-11-24T03:00:00Z")]
    [InlineData("0 3 * * *", "2026-11-24T02:59:59.999Z", "2026-11-23T03:00:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-24T14:00:00Z", "2024-02-29T00:00:00Z")]
    [InlineData("* * * * * ?", "2026-11-24T14:00:00.400Z", "2026-11-24T14:00:00Z")]
    [InlineData("*/10 * * * *", "2026-11-24T14:19:59Z", "2026-11-24T14:10:00Z")]
    public void The_slot_of_a_moment_is_the_last_fire_time_that_has_come(string text, string moment, string slot) =>
        Assert.Equal(DateTimeOffset.Parse(slot), CronSchedule.Parse(text, "UTC", Tuesday).LastAtOrBefore(DateTimeOffset.Parse(moment)));

    [Fact]
    public void A_schedule_that_has_not_begun_has_no_slot() =>
        Assert.Null(CronSchedule.Parse("0 0 3 * * ? 2027", "UTC", Tuesday).LastAtOrBefore(Tuesday));
}
