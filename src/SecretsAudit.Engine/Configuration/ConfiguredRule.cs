using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Configuration;

/// <summary>A rule's settings with their places in the file.</summary>
public sealed class ConfiguredRule
{
    private readonly IReadOnlyList<(string Name, string Value, DocumentPosition At)> _parameters;

    internal ConfiguredRule(string name, DocumentPosition at, RuleSetting setting, IReadOnlyList<(string Name, string Value, DocumentPosition At)> parameters)
    {
        Name = name;
        At = at;
        Setting = setting;
        _parameters = parameters;
    }

    /// <summary>The rule's name or id as the file has it.</summary>
    public string Name { get; }

    /// <summary>Where its settings begin.</summary>
    public DocumentPosition At { get; }

    /// <summary>What is set, overrides included.</summary>
    public RuleSetting Setting { get; }

    internal void Check(RulePack pack, ErrorList errors)
    {
        if (pack.Find(Name) is not { } rule)
        {
            errors.Add(At, $"There is no rule '{Name}'.", RuleNames.DidYouMean(pack, Name));
            return;
        }

        foreach (var (name, value, at) in _parameters)
        {
            if (rule.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                errors.Add(at, $"The rule '{rule.Descriptor.Name}' has no parameter '{name}'.", RuleNames.ParameterHint(rule, name));
            else if (!parameter.TryParse(value, out _, out var problem))
                errors.Add(at, problem);
        }
    }
}
