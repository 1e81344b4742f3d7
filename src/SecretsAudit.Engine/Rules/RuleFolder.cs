using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>The files of a folder of rules that are compiled together.</summary>
/// <param name="Rules">The rules, ordered by path.</param>
/// <param name="Frameworks">The frameworks, ordered by path.</param>
internal sealed record RuleFolder(IReadOnlyList<RuleFile> Rules, IReadOnlyList<RuleFile> Frameworks)
{
    public static RuleFolder Read(string directory, ErrorList errors) => new(RuleDirectory.Rules(directory, errors), RuleDirectory.Frameworks(directory, errors));

    /// <summary>All files, in an order that does not change.</summary>
    public IEnumerable<RuleFile> Files => Rules.Concat(Frameworks);
}
