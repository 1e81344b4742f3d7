namespace SecretsAudit.Model;

/// <summary>What one remedy would save.</summary>
/// <param name="Remedy">The remedy.</param>
/// <param name="Secrets">The secrets it applies to.</param>
/// <param name="Monthly">What it saves a month, in US dollars.</param>
public sealed record CostSaving(CostRemedy Remedy, int Secrets, decimal Monthly);
