namespace SecretsAudit.Model;

/// <summary>How one rule came out over all resources.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Passed">Resources that passed on known facts.</param>
/// <param name="Failed">Resources that failed, waived ones included.</param>
/// <param name="NotApplicable">Resources the rule does not speak about.</param>
/// <param name="NotEvaluated">Resources it could not judge.</param>
public sealed record RuleTally(string RuleId, int Passed, int Failed, int NotApplicable, int NotEvaluated);
