namespace SecretsAudit.Engine.Auditing;

/// <summary>Settings of a rule for some resources.</summary>
/// <param name="For">The resources.</param>
/// <param name="Setting">What is set for them, on top of the rule's setting; its own overrides are not looked at.</param>
public sealed record RuleOverride(ResourceSelector For, RuleSetting Setting);
