using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Rotations that should have happened, and rotations that are late by less than it seems.</summary>
internal static class OverdueRotations
{
    private const string Rule = RuleNames.RotationOverdue;
    private const string Stuck = RuleNames.RotationStuck;
    private const string LeftPending = "The failed attempt left AWSPENDING on a version that never became current.";

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/payments/wallet-api/postgres-app", Frankfurt, DatabaseUser, "2024-08-13")
            .Rotating(new() { Enabled = At(2026, 3, 3, 10), Days = 30, BrokenSince = At(2026, 9, 21) })
            .Breaks(Rule, "The rotation function has failed since the database moved in September; two rotations are missing.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("prod/payments/wallet-api/postgres-app", Virginia, DatabaseUser, "2024-11-26")
            .Rotating(new() { Enabled = At(2026, 3, 3, 11), Days = 30, BrokenSince = At(2026, 9, 21) })
            .Breaks(Rule, "The same function fails in the second region.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("prod/orders/pick-list/message-broker", Frankfurt, MessageBroker, "2024-05-21")
            .Rotating(new() { Enabled = At(2026, 7, 30, 8), Days = 90, BrokenSince = At(2026, 10, 20) })
            .Breaks(Rule, "Due five days ago; the function fails since the broker's upgrade.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("prod/customer/newsletter/redis-auth", Frankfurt, CacheAuth, "2025-02-04")
            .Rotating(new() { Enabled = At(2026, 5, 5, 9), Expression = "cron(0 3 ? * SUN#1 *)", Window = "2h", BrokenSince = At(2026, 10, 1) })
            .Breaks(Rule, "Due on the first Sunday of each month; October's did not happen, and November's neither.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("shared/security/badge-access/service-token", Virginia, ServiceToken, "2024-12-03")
            .Rotating(new() { Enabled = At(2026, 4, 14, 13), Expression = "rate(45 days)", Window = "4h", BrokenSince = At(2026, 8, 1) })
            .Breaks(Rule, "A rate expression whose rotations stopped in August.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("staging/payments/wallet-api/postgres-app", Frankfurt, DatabaseUser, "2024-07-30")
            .Rotating(new() { Enabled = At(2026, 3, 3, 9), Days = 30, BrokenSince = At(2026, 8, 24) })
            .Breaks(Rule, "Staging's database moved a month before production's, and its function fails since.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("prod/analytics/churn-model/feature-store-user", Frankfurt, DatabaseUser, "2026-06-09")
            .Rotating(new() { Enabled = At(2026, 6, 10, 9), Days = 60, BrokenSince = At(2026, 6, 11) })
            .Breaks(Rule, "Rotated when rotation was turned on and never since.").Breaks(Stuck, LeftPending);
        yield return Ordinary.Secret("shared/platform/build-cache/redis-auth", Frankfurt, CacheAuth, "2025-07-15")
            .Rotating(new() { Enabled = At(2026, 10, 1, 9), Days = 30, BrokenSince = At(2026, 10, 25) })
            .Breaks(Rule, "Due two days ago: just outside the day of grace.").Breaks(Stuck, LeftPending);
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/payments/wallet-api/idempotency-cache", Frankfurt, CacheAuth, "2024-08-13")
            .Rotating(new() { Enabled = At(2026, 8, 25, 15), Expression = "cron(0 20 2 * ? *)", Window = "3h" })
            .Resembles(Rule, "Due this evening.");
        yield return Ordinary.Secret("prod/orders/pick-list/postgres-app", Frankfurt, DatabaseUser, "2024-05-21")
            .Rotating(new() { Enabled = At(2026, 8, 30, 8), Days = 30, BrokenSince = At(2026, 9, 15), Repaired = At(2026, 11, 1, 10), ByHand = At(2026, 11, 1, 11) })
            .Resembles(Rule, "Was overdue for a month; repaired and rotated yesterday.")
            .Resembles(Stuck, "AWSPENDING was taken off the failed version before the function was tried again.");
        yield return Ordinary.Secret("prod/customer/newsletter/mail-relay", Frankfurt, MailRelay, "2025-02-04")
            .Rotating(new() { Enabled = At(2025, 6, 2, 9), Days = 90, BrokenSince = At(2025, 7, 1), Cancelled = At(2025, 10, 7, 14) })
            .Resembles(Rule, "Rotation was turned off a year ago: no rotation is scheduled that could be overdue.")
            .Breaks(Stuck, "Rotation was turned off with AWSPENDING left on a version: whoever turns it on again is refused.")
            .Breaks(RuleNames.SwitchedOff, "Rotated once, and was turned off when the function failed.");
        yield return Ordinary.Secret("shared/platform/build-cache/upload-token", Frankfurt, ServiceToken, "2025-07-15")
            .Rotating(new() { Enabled = At(2026, 10, 2, 16), Days = 30, BrokenSince = At(2026, 10, 25) })
            .Resembles(Rule, "Due less than a day ago: the function may still try again.")
            .Breaks(Stuck, "The attempt of the window's opening left AWSPENDING behind more than a day ago.");
        yield return Ordinary.Secret("shared/security/badge-access/postgres-app", Virginia, DatabaseUser, "2024-12-03")
            .Rotating(new() { Enabled = At(2025, 12, 2, 10), Days = 365 })
            .Resembles(Rule, "Last rotated eleven months ago, on a yearly schedule.");
        yield return Ordinary.Secret("staging/payments/wallet-api/idempotency-cache", Frankfurt, CacheAuth, "2024-07-30")
            .Rotating(new() { Enabled = At(2026, 4, 7, 9), Days = 45, BrokenSince = At(2026, 5, 10), Repaired = At(2026, 6, 15, 10), ByHand = At(2026, 6, 15, 11) })
            .Resembles(Rule, "Failed in May and June, repaired, on time since.")
            .Resembles(Stuck, "AWSPENDING was taken off the failed version in June.");
        yield return Ordinary.Secret("prod/analytics/churn-model/notebook-signing-key", Frankfurt, JwtSigning, "2026-06-09")
            .Rotating(null)
            .Resembles(Rule, "Does not rotate, and no rule says that it must.")
            .Resembles(RuleNames.SwitchedOff, "Never rotated, so nobody turned it off.");
    }
}
