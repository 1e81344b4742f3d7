using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>How often values change, how secrets are named and tagged, what they cost for nothing: what a house decides for itself, kept to and not.</summary>
internal static class HouseKeeping
{
    public static IEnumerable<SecretPlan> All() => [.. Rotations(), .. Names(), .. Costs()];

    private static IEnumerable<SecretPlan> Rotations()
    {
        yield return Ordinary.Secret("prod/finance/tax-filing/portal-api-key", Frankfurt, PartnerApiKey, "2025-01-14")
            .Breaks(HouseRuleNames.RotationNotEnabled, "The authority issues it, and nothing rotates it.")
            .Breaks(HouseRuleNames.ValueNotRotated, "The value of January 2025.");
        yield return Ordinary.Secret("prod/finance/tax-filing/postgres-app", Frankfurt, DatabaseUser, "2025-01-14")
            .Rotating(new() { Enabled = At(2026, 6, 2, 9), Days = 45 })
            .Resembles(HouseRuleNames.RotationNotEnabled, "Rotates.")
            .Resembles(HouseRuleNames.ValueNotRotated, "Rotated within 45 days.")
            .Resembles(HouseRuleNames.IntervalTooLong, "Every 45 days.")
            .Resembles(HouseRuleNames.SingleUser, "Its function's name says nothing of single users.");
        yield return Ordinary.Secret("prod/finance/tax-filing/export-user", Frankfurt, DatabaseUser, "2025-01-14")
            .Rotating(new() { Enabled = At(2026, 9, 1, 9), Expression = "rate(180 days)", Window = "1h", FunctionName = "rotate-postgres-single-user" })
            .Breaks(HouseRuleNames.IntervalTooLong, "Every 180 days, as a rate.")
            .Breaks(HouseRuleNames.WindowTooShort, "A window of an hour leaves no room for a second attempt.")
            .Breaks(HouseRuleNames.SingleUser, "The function's name says that it changes the password of the user in use.");
        yield return Ordinary.Secret("prod/finance/tax-filing/import-user", Frankfurt, DatabaseUser, "2025-01-14")
            .Rotating(new() { Enabled = At(2026, 9, 1, 9), Expression = "rate(60 days)", Window = "2h" })
            .Resembles(HouseRuleNames.WindowTooShort, "A window of two hours.");
        yield return Ordinary.Secret("prod/finance/tax-filing/seal-key", Frankfurt, EncryptionKey, "2024-05-14").ChangedOn("2025-09-09")
            .Breaks(HouseRuleNames.PreviousKept, "Changed by hand a year ago; the key of 2024 can still be read.");
        yield return Ordinary.Secret("prod/finance/tax-filing/stamp-key", Frankfurt, EncryptionKey, "2026-02-10").ChangedOn("2026-08-18")
            .Resembles(HouseRuleNames.PreviousKept, "Changed by hand, and the former value is of this year.");
        yield return Enumerable.Range(1, 10).Aggregate(
                Ordinary.Secret("prod/storefront/theme-builder/licence-key", Frankfurt, Licence, "2025-11-18"), (secret, release) => secret.ChangedOn($"2026-{release:00}-06", $"release-{release}"))
            .Breaks(HouseRuleNames.TooManyVersions, "The label of each release still holds its version.");
        yield return Enumerable.Range(1, 9).Aggregate(
                Ordinary.Secret("prod/storefront/theme-builder/font-licence", Frankfurt, Licence, "2025-11-18"), (secret, release) => secret.ChangedOn($"2026-{release:00}-13", $"release-{release}"))
            .Resembles(HouseRuleNames.TooManyVersions, "Nine labels of releases and the present version: ten.");
    }

    private static IEnumerable<SecretPlan> Names()
    {
        yield return Ordinary.Secret("prod/customer/Panel_Old/apiKey", Frankfurt, PartnerApiKey, "2024-12-03")
            .Breaks(HouseRuleNames.BrokenName, "Capitals and an underscore.");
        yield return Ordinary.Secret("prod/customer/panel-new/api-key-2", Frankfurt, PartnerApiKey, "2024-12-03")
            .Resembles(HouseRuleNames.BrokenName, "A digit, which the convention allows.");
        yield return Ordinary.Secret("prod/customer/panel-new/export-key", Frankfurt, EncryptionKey, "2024-12-03") with
        {
            HasTags = false,
            Expectations =
            [
                new(HouseRuleNames.NoOwner, IsViolation: true, "No tags."),
                new(HouseRuleNames.TagsMissing, IsViolation: true, "No tags."),
            ],
        };
        yield return Ordinary.Secret("prod/customer/panel-new/import-key", Frankfurt, EncryptionKey, "2024-12-03") with
        {
            OwnerTag = "Owner",
            Expectations =
            [
                new(HouseRuleNames.NoOwner, IsViolation: false, "The owner's tag begins with a capital."),
                new(HouseRuleNames.TagsMissing, IsViolation: true, "The tag is to be spelt owner."),
            ],
        };
        yield return (Ordinary.Secret("prod/customer/panel-new/layout-key", Frankfurt, EncryptionKey, "2024-12-03") with { Description = "" })
            .Breaks(HouseRuleNames.NoDescription, "Its description is empty.")
            .Resembles(HouseRuleNames.TagsMissing, "All tags.");
        yield return (Ordinary.Secret("prod/customer/panel-new/widget-key", Frankfurt, EncryptionKey, "2024-12-03") with { Description = "x" })
            .Resembles(HouseRuleNames.NoDescription, "A description of one letter, of which no rule says that it is too short.");
        yield return Ordinary.Secret("prod/customer/panel-new/retired-key", Frankfurt, EncryptionKey, "2024-12-03").Read(UsePlan.Never).DeletedOn("2026-10-26")
            .Breaks(HouseRuleNames.PendingDeletion, "Its deletion was asked for last week.");
        yield return Ordinary.Secret("prod/customer/panel-new/kept-key", Frankfurt, EncryptionKey, "2024-12-03")
            .Resembles(HouseRuleNames.PendingDeletion, "Nobody asked for its deletion.");
    }

    private static IEnumerable<SecretPlan> Costs()
    {
        yield return Ordinary.Secret("prod/payments/fee-table/rates-host", Frankfurt, PartnerApiKey, "2025-06-17")
            .Breaks(HouseRuleNames.Configuration, "Called the name of a host, and never rotated.");
        yield return Ordinary.Secret("prod/payments/fee-table/host-key", Frankfurt, EncryptionKey, "2025-06-17")
            .Resembles(HouseRuleNames.Configuration, "The key of a host: the last word tells.");
        foreach (var partner in (string[])["north", "south", "east", "west", "centre"])
        {
            yield return Ordinary.Secret($"prod/storefront/regional-prices/{partner}-feed-key", Frankfurt, PartnerApiKey, "2025-03-11")
                .Breaks(HouseRuleNames.Mergeable, "One of five in a folder with one owner and key, none of which rotates.");
        }

        foreach (var partner in (string[])["north", "south", "east", "west"])
        {
            yield return Ordinary.Secret($"prod/storefront/regional-stock/{partner}-feed-key", Frankfurt, PartnerApiKey, "2025-03-11")
                .Resembles(HouseRuleNames.Mergeable, "One of four, which is one less than is worth a finding.");
        }

        yield return Ordinary.Secret("prod/payments/fee-table/standby-key", Frankfurt, EncryptionKey, "2025-06-17").ReplicatedTo(Ireland)
            .Read(UsePlan.Busy(Production(), "standby-key", 5, Day("2025-06-17")) with { ReplicaReads = 0 })
            .Breaks(HouseRuleNames.UnreadReplicas, "Nobody has read the replica.")
            .Resembles(HouseRuleNames.ReplicaRegion, "Replicated to Ireland.");
        yield return Ordinary.Secret("prod/payments/fee-table/mirror-key", Frankfurt, EncryptionKey, "2025-06-17").ReplicatedTo(Virginia)
            .Resembles(HouseRuleNames.UnreadReplicas, "Its replica is read.")
            .Breaks(HouseRuleNames.ReplicaRegion, "Replicated to the United States.");
        yield return Ordinary.Secret("prod/payments/fee-table/pilot-key", Frankfurt, EncryptionKey, "2026-09-08").Read(UsePlan.Never)
            .Breaks(HouseRuleNames.NeverUsed, "Never read in eight weeks.")
            .Resembles(HouseRuleNames.UnusedCost, "Never read, and not yet 90 days old.");
        yield return Ordinary.Secret("prod/payments/fee-table/launch-key", Frankfurt, EncryptionKey, "2026-10-13").Read(UsePlan.Never)
            .Resembles(HouseRuleNames.NeverUsed, "Never read in three weeks.");
    }
}
