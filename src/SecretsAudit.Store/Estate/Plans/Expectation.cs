namespace SecretsAudit.Store.Estate.Plans;

/// <summary>What an audit must say about a secret, or must not say.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsViolation">Whether the rule is broken, or only looks broken.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="ReplicaRegion">The region of the replica it is about; null for the secret itself.</param>
internal sealed record Expectation(string Rule, bool IsViolation, string Why, string? ReplicaRegion = null);
