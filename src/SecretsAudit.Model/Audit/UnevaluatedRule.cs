namespace SecretsAudit.Model;

/// <summary>A rule that could not judge one resource.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Subject">The resource.</param>
/// <param name="Reason">Why, as a clause without a full stop.</param>
public sealed record UnevaluatedRule(string RuleId, FindingSubject.Resource Subject, string Reason);
