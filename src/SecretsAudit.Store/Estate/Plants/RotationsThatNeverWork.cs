using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Rotations that are on and never happen, that somebody gave up, and secrets with no value to rotate.</summary>
internal static class RotationsThatNeverWork
{
    private const string Never = RuleNames.NeverRotated;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/orders/cold-chain/postgres-app", Frankfurt, DatabaseUser, "2026-08-25")
            .Rotating(new() { Enabled = At(2026, 9, 15, 10), Days = 60, IsDeferred = true })
            .Breaks(Never, "Rotation was turned on without rotating; the first window opens in two weeks.");
        yield return Ordinary.Secret("prod/payments/tax-refund/redis-auth", Frankfurt, CacheAuth, "2026-06-16")
            .Rotating(new() { Enabled = At(2026, 10, 6, 9), Days = 90, BrokenSince = At(2026, 10, 1) })
            .Breaks(Never, "The function failed when rotation was turned on and has not been repaired.")
            .Breaks(RuleNames.RotationStuck, "The only attempt left AWSPENDING on a version that never became current.");
        yield return Ordinary.Secret("staging/orders/cold-chain/postgres-app", Virginia, DatabaseUser, "2026-08-18")
            .Rotating(new() { Enabled = At(2026, 10, 12, 10), Days = 90, IsDeferred = true, FunctionRegion = Frankfurt })
            .Breaks(RuleNames.FunctionElsewhere, "The template of Frankfurt was copied to Virginia with its function's ARN.")
            .Breaks(Never, "No rotation has happened since it was turned on.");
        yield return Ordinary.Secret("shared/platform/schema-registry/service-token", Ireland, ServiceToken, "2025-10-07")
            .Rotating(new() { Enabled = At(2026, 7, 7, 10), Days = 60, FunctionRegion = Frankfurt })
            .Breaks(RuleNames.FunctionElsewhere, "The function is in Frankfurt, the secret in Ireland.");
        yield return Ordinary.Secret("prod/storefront/look-book/redis-auth", Ireland, CacheAuth, "2025-11-11")
            .Rotating(new() { Enabled = At(2026, 1, 13, 9), Days = 90, Cancelled = At(2026, 8, 4, 15) })
            .Breaks(RuleNames.SwitchedOff, "Rotated until summer, when the campaign froze all changes; nobody turned it on again.");
        yield return Ordinary.Secret("prod/customer/gift-finder/partner-api-key", Frankfurt, PartnerApiKey, "2026-09-22").EmptySince(At(2026, 9, 22, 10))
            .Breaks(RuleNames.NoCurrentValue, "Created by a template that leaves the value to a person, who never put one in.");
        yield return Ordinary.Secret("shared/security/forensics/evidence-store-key", Frankfurt, EncryptionKey, "2026-10-28").EmptySince(At(2026, 10, 28, 14))
            .Breaks(RuleNames.NoCurrentValue, "Five days without a value.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/orders/cold-chain/message-broker", Frankfurt, MessageBroker, "2026-10-29")
            .Rotating(new() { Enabled = At(2026, 10, 30, 9), Days = 90, IsDeferred = true })
            .Read(new UsePlan(3, At(2026, 10, 30, 12), At(2026, 11, 1, 12)))
            .Resembles(Never, "Not rotated yet, and four days old.");
        yield return Ordinary.Secret("staging/orders/cold-chain/message-broker", Virginia, MessageBroker, "2026-08-18")
            .Rotating(new() { Enabled = At(2026, 8, 19, 10), Days = 90 })
            .Resembles(RuleNames.FunctionElsewhere, "The same template, with the function of its own region.");
        yield return Ordinary.Secret("prod/storefront/look-book/postgres-app", Ireland, DatabaseUser, "2025-11-11")
            .Rotating(new() { Enabled = At(2026, 8, 18, 9), Days = 60 })
            .Resembles(RuleNames.SwitchedOff, "Did not rotate for its first nine months, and does now.");
        yield return Ordinary.Secret("prod/customer/gift-finder/ranking-token", Frankfurt, PartnerApiKey, "2026-11-01").EmptySince(At(2026, 11, 1, 15))
            .Resembles(RuleNames.NoCurrentValue, "Created yesterday afternoon: whoever has the value still has time.");
    }
}
