namespace SecretsAudit.Engine.Rules;

/// <summary>A line of evidence that a rule asks for.</summary>
/// <param name="Label">What the line is called.</param>
/// <param name="Expression">What it shows.</param>
internal sealed record RuleEvidence(string Label, RuleExpression Expression);
