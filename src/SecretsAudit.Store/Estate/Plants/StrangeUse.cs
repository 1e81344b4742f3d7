using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Secrets that somebody keeps trying to read and may not, that are missed since their deletion, and replicas that never arrived.</summary>
internal static class StrangeUse
{
    private const string Refused = RuleNames.ReadsRefused;
    private const string Missed = RuleNames.ReadWhilePending;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/payments/bank-gateway/signing-key", Frankfurt, EncryptionKey, "2025-01-28")
            .AskedForInVain("newsletter", 14, At(2026, 10, 12, 2), TimeSpan.FromMinutes(7))
            .Breaks(Refused, "The newsletter's role asked for it fourteen times in one night.");
        yield return Ordinary.Secret("staging/payments/bank-gateway/signing-key", Frankfurt, EncryptionKey, "2025-01-21")
            .AskedForInVain("wishlist", 11, At(2026, 9, 1, 6), TimeSpan.FromDays(5))
            .Breaks(Refused, "A service was renamed and asks every five days: one refusal over the limit.");
        yield return Ordinary.Secret("prod/storefront/advent-calendar/promo-token", Frankfurt, PartnerApiKey, "2025-11-04")
            .Read(UsePlan.Until(At(2026, 10, 11, 9))).DeletedOn("2026-10-12")
            .AskedForInVain("advent-calendar", 3, At(2026, 10, 20, 8), TimeSpan.FromDays(3))
            .Breaks(Missed, "Deletion was asked for while the service was idle, and it starts up again.");
        yield return Ordinary.Secret("prod/orders/duty-calculator/tariff-key", Frankfurt, EncryptionKey, "2025-02-25")
            .ReplicatedTo(Virginia)
            .Breaks(RuleNames.OutOfSync, "Virginia has a secret of that name already, so the replica could not be made.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/payments/bank-gateway/callback-token", Frankfurt, PartnerApiKey, "2025-01-28")
            .AskedForInVain("newsletter", 10, At(2026, 10, 12, 2), TimeSpan.FromMinutes(9))
            .Resembles(Refused, "Ten refusals, which the limit tolerates.");
        yield return Ordinary.Secret("prod/storefront/advent-calendar/door-key", Frankfurt, EncryptionKey, "2025-11-04")
            .Read(UsePlan.Until(At(2026, 10, 11, 9))).DeletedOn("2026-10-12")
            .Resembles(Missed, "Read the day before its deletion was asked for, and not since.");
        yield return Ordinary.Secret("prod/orders/duty-calculator/tariff-key", Virginia, EncryptionKey, "2025-01-14")
            .Resembles(RuleNames.OutOfSync, "Has the name of a replica and is a secret of its own.");
        yield return Ordinary.Secret("prod/orders/duty-calculator/rates-key", Frankfurt, EncryptionKey, "2025-02-25")
            .ReplicatedTo(Virginia)
            .Resembles(RuleNames.OutOfSync, "Its replica arrived.");
    }
}
