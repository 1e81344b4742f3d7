using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>A piece of C# in a rule file.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Scalar">The scalar it stands in.</param>
/// <param name="Offset">Where in the scalar's value it begins.</param>
internal sealed record RuleExpression(string Text, YamlText Scalar, int Offset = 0);
