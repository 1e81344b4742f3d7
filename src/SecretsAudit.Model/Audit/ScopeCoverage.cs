namespace SecretsAudit.Model;

/// <summary>What was read of one account and region.</summary>
/// <param name="Scope">The account and region.</param>
/// <param name="Secrets">Secrets read.</param>
/// <param name="Keys">KMS keys read.</param>
/// <param name="Gaps">Reads that failed.</param>
public sealed record ScopeCoverage(Scope Scope, int Secrets, int Keys, int Gaps);
