using SecretsAudit.Engine.Facts;

namespace SecretsAudit.Engine.Tests.Facts;

/// <summary>The longest time that a schedule leaves between two rotations.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html"/>
public sealed class RotationScheduleTests
{
    [Theory]
    [InlineData("rate(1 day)", 24)]
    [InlineData("rate(10 days)", 240)]
    [InlineData("rate(4 hours)", 4)]
    [InlineData("cron(0 8 * * ? *)", 24)]
    [InlineData("cron(0 /8 * * ? *)", 8)]
    [InlineData("cron(0 8 1 * ? *)", 31 * 24)]
    [InlineData("cron(0 16 ? * SUN *)", 7 * 24)]
    [InlineData("cron(0 8 ? * MON-FRI *)", 3 * 24)]
    [InlineData("cron(0 8 ? * FRI-MON *)", 4 * 24)]
    [InlineData("cron(0 8,20 ? * SAT *)", (7 * 24) - 12)]
    [InlineData("cron(0 8 L * ? *)", 31 * 24)]
    [InlineData("cron(0 8 29 2 ? *)", 1461 * 24)]
    [InlineData("cron(0 8 1,15 * ? *)", 17 * 24)]
    [InlineData("cron(0 8 ? * 2#1 *)", 35 * 24)]
    [InlineData("cron(0 8 1W * ? *)", 33 * 24)]
    public void A_schedule_has_a_longest_interval(string expression, int hours) => Assert.Equal(TimeSpan.FromHours(hours), RotationSchedule.Parse(expression));

    [Theory]
    [InlineData("")]
    [InlineData("rate(0 days)")]
    [InlineData("rate(-1 days)")]
    [InlineData("rate(1 fortnight)")]
    [InlineData("rate(99999999999 days)")]
    [InlineData("cron(0 8 1 * ?)")]
    [InlineData("cron(0 25 * * ? *)")]
    [InlineData("cron(0 8 1 * 2 *)")]
    [InlineData("cron(0 8 31 2 ? *)")]
    [InlineData("cron(0 8 1 13 ? *)")]
    [InlineData("cron(0 8 1 1 ? 2025)")]
    [InlineData("cron(0 8 x * ? *)")]
    [InlineData("cron(0 8 /0 * ? *)")]
    [InlineData("at(2026-01-01T00:00:00)")]
    public void What_is_no_schedule_or_never_comes_due_twice_has_none(string expression) => Assert.Null(RotationSchedule.Parse(expression));
}
