using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Which remedy's saving belongs to the findings of which rule.</summary>
internal static class SavingRules
{
    private static readonly Dictionary<string, CostRemedy> Remedies = new(StringComparer.Ordinal)
    {
        ["unused-secret"] = CostRemedy.DeleteUnused,
        ["never-used"] = CostRemedy.DeleteUnused,
        ["unused-secret-cost"] = CostRemedy.DeleteUnused,
        ["uncached-reads"] = CostRemedy.Cache,
        ["cost-outlier"] = CostRemedy.Cache,
        ["unread-replicas"] = CostRemedy.DropReplicas,
        ["mergeable-secrets"] = CostRemedy.Merge,
        ["configuration-kept-as-secret"] = CostRemedy.MoveToParameterStore,
    };

    /// <summary>What fixing a finding saves a month; null when its rule is about something else than cost, or nothing is saved.</summary>
    public static decimal? Of(string rule, string arn, FleetVerdict fleet) =>
        Remedies.TryGetValue(rule, out var remedy) && fleet.SavingByArn.TryGetValue(arn, out var saving) && saving.Remedy == remedy ? saving.Amount : null;
}
