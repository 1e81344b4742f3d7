using SecretsAudit.Store.Estate.Plants;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The lives of all secrets of the company.</summary>
internal static class EstatePlan
{
    /// <summary>The plan: ordinary secrets, and those with something to find or to be mistaken for it.</summary>
    public static IReadOnlyList<SecretPlan> All { get; } =
    [
        .. Ordinary.All(),
        .. OverdueRotations.All(),
        .. RotationsThatNeverWork.All(),
        .. ManagedKeys.All(),
        .. TroubledKeys.Secrets(),
        .. WildcardPolicies.All(),
        .. FlawedPolicies.All(),
        .. UnusedSecrets.All(),
        .. StrangeUse.All(),
        .. CostOutliers.All(),
        .. HousePolicies.All(),
        .. HouseKeeping.All(),
    ];
}
