using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Guesses which rule a misspelt name was meant to be.</summary>
internal static class RuleNames
{
    /// <summary><c>Did you mean 'x'?</c>, or null when nothing is near enough.</summary>
    public static string? DidYouMean(RulePack pack, string name) =>
        Spelling.DidYouMean(name, pack.Rules.SelectMany(rule => new[] { rule.Descriptor.Id, rule.Descriptor.Name }));
}
