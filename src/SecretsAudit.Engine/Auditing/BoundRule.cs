using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>An enabled rule with its settings applied, and its count in this run.</summary>
internal sealed class BoundRule(Rule rule, RuleDescriptor descriptor, SecretRule compiled)
{
    public Rule Rule => rule;

    public RuleDescriptor Descriptor => descriptor;

    public SecretRule Compiled => compiled;

    public int Passed { get; set; }

    public int Failed { get; set; }

    public int NotApplicable { get; set; }

    public int NotEvaluated { get; set; }

    /// <summary>How often it threw.</summary>
    public int Thrown { get; set; }

    public RuleTally Tally => new(descriptor.Id, Passed, Failed, NotApplicable, NotEvaluated);

    /// <summary>Applies the settings to a pack's rules, and keeps those that are enabled.</summary>
    /// <exception cref="RuleSettingException">A setting is wrong.</exception>
    public static IReadOnlyList<BoundRule> Bind(RulePack pack, AuditOptions options)
    {
        if (options.Rules.Keys.FirstOrDefault(name => pack.Find(name) is null) is { } unknown)
        {
            var names = pack.Rules.SelectMany(rule => new[] { rule.Descriptor.Id, rule.Descriptor.Name });
            throw new RuleSettingException($"There is no rule '{unknown}'. {Spelling.DidYouMean(unknown, names)}".TrimEnd());
        }

        var bound = new List<BoundRule>();
        foreach (var rule in pack.Rules)
        {
            var setting = options.Rules.FirstOrDefault(pair => rule.IsNamed(pair.Key)).Value ?? new();
            var arguments = new RuleArguments(options.AsOf, Values(rule, setting));
            if (setting.Enabled ?? rule.EnabledByDefault)
                bound.Add(new(rule, rule.Descriptor with { Severity = setting.Severity ?? rule.Descriptor.Severity }, pack.Create(rule, arguments)));
        }

        return bound;
    }

    private static Dictionary<string, object> Values(Rule rule, RuleSetting setting)
    {
        var values = rule.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.Ordinal);
        foreach (var (name, text) in setting.Parameters)
        {
            if (rule.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                throw new RuleSettingException($"The rule '{rule.Descriptor.Name}' has no parameter '{name}'. {Spelling.DidYouMean(name, values.Keys)}".TrimEnd());

            values[name] = parameter.TryParse(text, out var value, out var problem)
                ? value
                : throw new RuleSettingException($"The rule '{rule.Descriptor.Name}': {problem}");
        }

        return values;
    }
}
