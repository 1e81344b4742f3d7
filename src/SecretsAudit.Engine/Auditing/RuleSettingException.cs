namespace SecretsAudit.Engine.Auditing;

/// <summary>A setting names a rule or parameter that does not exist, or a value that is not allowed.</summary>
/// <param name="message">What is wrong, and what would be right.</param>
public sealed class RuleSettingException(string message) : Exception(message);
