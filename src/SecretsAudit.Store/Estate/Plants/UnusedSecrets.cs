using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Secrets that nobody reads any more, and secrets that are only quiet.</summary>
internal static class UnusedSecrets
{
    private const string Rule = RuleNames.Unused;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/storefront/legacy-blog/mail-relay", Frankfurt, MailRelay, "2023-10-24").Read(UsePlan.Until(At(2025, 3, 28, 14)))
            .Breaks(Rule, "Last read when the blog was switched off, 19 months ago.")
            .Breaks(HouseRuleNames.UnusedCost, "Paid for every month, and read by nobody.");
        yield return Ordinary.Secret("prod/orders/print-shop/partner-sftp-key", Frankfurt, SshKey, "2024-01-30").Read(UsePlan.Until(At(2026, 2, 11, 9)))
            .Breaks(Rule, "Last read nine months ago.");
        yield return Ordinary.Secret("prod/payments/instalments/lender-oauth-client", Frankfurt, OAuthClient, "2024-10-15").Read(UsePlan.Never)
            .Breaks(Rule, "Made for a launch that did not happen; never read in two years.");
        yield return Ordinary.Secret("staging/payments/instalments/lender-oauth-client", Frankfurt, OAuthClient, "2024-10-08").Read(UsePlan.Until(At(2025, 1, 16, 10)))
            .Breaks(Rule, "Last read in the trials of early 2025.");
        yield return Ordinary.Secret("shared/platform/old-wiki/ldap-bind-user", Frankfurt, ServiceToken, "2023-12-05").Rotating(null).Read(UsePlan.Until(At(2026, 6, 30, 8)))
            .Breaks(Rule, "Last read four months ago.");
        yield return Ordinary.Secret("prod/customer/beta-feedback/form-webhook-signing", Virginia, WebhookSigning, "2026-05-26").Read(UsePlan.Never)
            .Breaks(Rule, "Five months old and never read: old enough to judge.");
        yield return Ordinary.Secret("prod/analytics/seo-report/search-console-token", Frankfurt, ServiceToken, "2025-09-09").Rotating(null).Read(UsePlan.Until(DaysAgo(91).AddHours(23)))
            .Breaks(Rule, "Last read 91 days ago: a day over the limit.");
        yield return Ordinary.Secret("shared/network/branch-router/radius-secret", Virginia, ServiceToken, "2024-06-18").Rotating(null).Read(UsePlan.Until(At(2025, 11, 4, 7)))
            .Breaks(Rule, "Last read a year ago, when the branch closed.");
        yield return Ordinary.Secret("staging/storefront/legacy-blog/mail-relay", Frankfurt, MailRelay, "2023-10-17").Read(UsePlan.Never)
            .Breaks(Rule, "Three years old and never read.");
        yield return Ordinary.Secret("prod/orders/market-stall/till-keystore", Frankfurt, Keystore, "2024-07-02").ReplicatedTo(Ireland)
            .Read(UsePlan.Until(At(2026, 4, 14, 9)) with { ReplicaReads = 0 })
            .Breaks(Rule, "Not read since April, nor is its replica.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/payments/pay-later/lender-oauth-client", Frankfurt, OAuthClient, "2026-10-20").Read(UsePlan.Never)
            .Resembles(Rule, "Never read, but two weeks old: its service has not been released yet.");
        yield return Ordinary.Secret("staging/customer/referral/postgres-app", Frankfurt, DatabaseUser, "2026-10-30").Read(UsePlan.Never)
            .Resembles(Rule, "Never read, and three days old.");
        yield return Ordinary.Secret("prod/finance/annual-audit/ledger-export-key", Frankfurt, EncryptionKey, "2024-11-12").Read(UsePlan.Until(DaysAgo(90).AddHours(1)))
            .Resembles(Rule, "Last read 90 days ago, on the last day that counts.");
        yield return Ordinary.Secret("shared/security/break-glass/root-mfa-seed", Frankfurt, EncryptionKey, "2024-02-06").Read(UsePlan.Until(DaysAgo(80).AddHours(13), reads: 1))
            .Resembles(Rule, "Read once in 90 days, at the quarterly drill.");
        yield return Ordinary.Secret("prod/storefront/summer-sale/promo-signing-key", Frankfurt, EncryptionKey, "2025-05-06").Read(UsePlan.Until(At(2025, 9, 2, 9))).DeletedOn("2026-10-19")
            .Resembles(Rule, "Not read for a year, but its deletion is already scheduled.");
        yield return Ordinary.Secret("shared/platform/old-wiki/mail-relay", Frankfurt, MailRelay, "2023-12-05").Read(UsePlan.Never).DeletedOn("2026-10-27")
            .Resembles(Rule, "Never read, but its deletion is already scheduled.");
        yield return Ordinary.Secret("prod/orders/print-shop/status-webhook-signing", Frankfurt, WebhookSigning, "2024-01-30").Read(UsePlan.Until(DaysAgo(1).AddHours(15), reads: 1))
            .Resembles(Rule, "Quiet for long and read again yesterday.");
        yield return Ordinary.Secret("prod/payments/disaster-recovery/failover-key", Frankfurt, EncryptionKey, "2024-12-10").Read(UsePlan.Until(At(2026, 3, 18, 10)))
            .ReplicatedTo(Ireland)
            .Resembles(Rule, "Not read in Frankfurt since March, but its replica in Ireland is.");
        yield return Ordinary.Secret("prod/customer/single-sign-on/recovery-key", Ireland, EncryptionKey, "2024-09-17").ReplicatedTo(Virginia)
            .Read(UsePlan.Busy(Production(Ireland), "recovery-key", 6, Day("2024-09-17")) with { ReplicaReads = 0 })
            .Resembles(Rule, "The replica stands by unread; its primary is read.", Virginia);
    }
}
