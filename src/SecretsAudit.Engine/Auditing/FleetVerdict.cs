using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>What the second pass over the secrets brought.</summary>
/// <param name="MonthlyCost">What the fleet costs a month; where use is unknown, its storage alone is counted.</param>
/// <param name="Costs">How secrets spread over monthly cost.</param>
/// <param name="CostByArn">The known monthly cost of the secrets that have findings.</param>
/// <param name="Summary">The costs by kind, and the savings by remedy.</param>
/// <param name="SavingByArn">What could be saved on a secret, with the remedy.</param>
internal sealed record FleetVerdict(
    decimal MonthlyCost,
    IReadOnlyList<HistogramBucket> Costs,
    IReadOnlyDictionary<string, decimal> CostByArn,
    CostSummary Summary,
    IReadOnlyDictionary<string, (CostRemedy Remedy, decimal Amount)> SavingByArn);
