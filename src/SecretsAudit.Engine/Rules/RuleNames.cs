using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
internal static class RuleNames
{
    /// <summary><c>Did you mean 'x'?</c>, or null when nothing is near enough.</summary>
    public static string? DidYouMean(RulePack pack, string name) =>
        Spelling.DidYouMean(name, pack.Rules.SelectMany(rule => new[] { rule.Descriptor.Id, rule.Descriptor.Name }));

    /// <summary><c>Did you mean 'x'?</c>, or which parameters the rule has.</summary>
    public static string ParameterHint(Rule rule, string name)
    {
        var known = rule.Parameters.Select(parameter => parameter.Name).ToList();
        return Spelling.DidYouMean(name, known) ?? (known.Count == 0 ? "It has none." : $"It has: {string.Join(", ", known)}.");
    }
}
