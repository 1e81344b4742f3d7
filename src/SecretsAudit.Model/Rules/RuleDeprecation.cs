namespace SecretsAudit.Model;

/// <summary>Why a rule is retired. It judges only when somebody switches it on.</summary>
/// <param name="Since">The version that retired it.</param>
/// <param name="ReplacedBy">The id of the rule that took its place; null when none did.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RuleDeprecation(string Since, string? ReplacedBy, string Reason);
