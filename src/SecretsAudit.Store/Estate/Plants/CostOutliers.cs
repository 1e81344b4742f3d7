using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plans.Calendar;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>
/// Secrets that cost far more than the others, and secrets that are only busy or only replicated. An estate of this size cannot be read
/// often enough for its API calls to matter (44,000 reads cost what a secret costs in a month), so the outliers here are replicas
/// in regions that the company does not use: they are paid for, and stand in no list of the regions that it does.
/// </summary>
internal static class CostOutliers
{
    private const string Rule = RuleNames.CostOutlier;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/storefront/world-catalogue/search-signing-key", Frankfurt, EncryptionKey, "2024-08-27")
            .ReplicatedTo("ap-northeast-1", "ap-south-1", "ap-southeast-2", "ca-central-1", "eu-north-1", "eu-south-1", "sa-east-1", "us-west-2")
            .Breaks(Rule, "Replicated to eight regions that the company does not use: nine times the price of a secret.");
        yield return Ordinary.Secret("prod/storefront/world-catalogue/translation-api-key", Frankfurt, PartnerApiKey, "2024-08-27")
            .ReplicatedTo("ap-northeast-1", "ap-southeast-2", "ca-central-1", "sa-east-1")
            .Breaks(Rule, "Replicated to four regions of an expansion that was called off.");
        yield return Ordinary.Secret("prod/orders/customs-desk/broker-oauth-client", Virginia, OAuthClient, "2025-03-25")
            .ReplicatedTo("ca-central-1", "sa-east-1", "us-west-2")
            .Breaks(Rule, "Replicated to three regions that the company does not use.");
        yield return Ordinary.Secret("shared/network/edge-routing/tunnel-key", Frankfurt, EncryptionKey, "2025-01-07")
            .ReplicatedTo(Ireland, Virginia, "ap-southeast-2", "us-west-2")
            .Breaks(Rule, "Replicated to both other regions of the company, and to two that it does not use.");
        yield return Ordinary.Secret("shared/security/device-trust/enrolment-keystore", Frankfurt, Keystore, "2024-05-14")
            .ReplicatedTo("ap-northeast-1", "us-west-2")
            .Breaks(Rule, "Replicated to two regions that the company does not use.");
        yield return Ordinary.Secret("staging/storefront/world-catalogue/translation-api-key", Virginia, PartnerApiKey, "2024-08-20")
            .ReplicatedTo("ca-central-1", "sa-east-1")
            .Breaks(Rule, "Staging copied production's replicas.");
        yield return Ordinary.Secret("prod/analytics/footfall/sensor-licence", Ireland, Licence, "2025-07-01")
            .ReplicatedTo("eu-north-1")
            .Breaks(Rule, "One replica in a region that the company does not use doubles the price: just over the limit.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("shared/security/device-trust/attestation-key", Frankfurt, EncryptionKey, "2024-05-14").ReplicatedTo(Ireland, Virginia)
            .Resembles(Rule, "Replicated to the company's two other regions, where each replica is counted as a secret of its own.");
        yield return Ordinary.Secret("prod/customer/single-sign-on/token-signing-key", Frankfurt, EncryptionKey, "2024-09-17").ReplicatedTo(Ireland, Virginia)
            .Resembles(Rule, "Replicated to the company's two other regions, where each replica is counted as a secret of its own.");
        yield return Ordinary.Secret("prod/storefront/flash-sales/queue-token", Frankfurt, PartnerApiKey, "2025-04-29").Read(150, "flash-sales", "on-call-engineer")
            .Resembles(Rule, "Read many times as often as the others, which costs less than a cent.");
        yield return Ordinary.Secret("prod/payments/risk-engine/scoring-api-key", Frankfurt, PartnerApiKey, "2025-02-18").Read(90)
            .Resembles(Rule, "Read many times as often as the others, which costs less than a cent.");
        yield return Ordinary.Secret("shared/platform/test-runner/browser-grid-licence", Frankfurt, Licence, "2025-06-03").Read(30)
            .Resembles(Rule, "Moderately busy.");
        yield return Ordinary.Secret("prod/orders/customs-desk/tariff-api-key", Virginia, PartnerApiKey, "2025-03-25")
            .ReplicatedTo("ca-central-1", "sa-east-1", "us-west-2").ReplicasDropped(At(2026, 9, 8, 14))
            .Resembles(Rule, "Had three replicas in regions that the company does not use, until September.");
    }
}
