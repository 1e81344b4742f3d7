namespace SecretsAudit.Engine.Rules;

/// <summary>A change that fixes what a rule finds, with holes that are quoted for its language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Template">The text.</param>
internal sealed record RuleFix(FixLanguage Language, MessageTemplate Template);
