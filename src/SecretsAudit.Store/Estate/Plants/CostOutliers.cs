using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Secrets that cost far more than the others, and secrets that are only busy or only replicated.</summary>
internal static class CostOutliers
{
    private const string Rule = RuleNames.CostOutlier;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations() => [];

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("shared/security/device-trust/attestation-key", Frankfurt, EncryptionKey, "2024-05-14").ReplicatedTo(Ireland, Virginia)
            .Resembles(Rule, "Replicated to the two other regions of the company, each of which pays for its own.");
    }
}
