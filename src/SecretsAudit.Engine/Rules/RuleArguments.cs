using SecretsAudit.Engine.Auditing;

namespace SecretsAudit.Engine.Rules;

/// <summary>What a compiled rule is created with: the moment it judges at and its parameters' values.</summary>
public sealed class RuleArguments
{
    private readonly IReadOnlyDictionary<string, object> _values;

    internal RuleArguments(DateTimeOffset now, IReadOnlyDictionary<string, object> values)
    {
        Now = now;
        _values = values;
    }

    /// <summary>The moment the audit judges at.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The value of one parameter, of the type that its declaration says.</summary>
    /// <param name="name">The parameter's name.</param>
    public T Get<T>(string name) => (T)_values[name];

    /// <summary>The defaults, with a user's values over them, the later over the earlier.</summary>
    /// <exception cref="RuleSettingException">There is no such parameter, or the value is not allowed.</exception>
    internal static RuleArguments Of(Rule rule, DateTimeOffset now, IReadOnlyList<IReadOnlyDictionary<string, string>> settings)
    {
        var values = rule.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.Ordinal);
        foreach (var (name, text) in settings.SelectMany(setting => setting))
        {
            if (rule.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                throw new RuleSettingException($"The rule '{rule.Descriptor.Name}' has no parameter '{name}'. {RuleNames.ParameterHint(rule, name)}");

            values[name] = parameter.TryParse(text, out var value, out var problem)
                ? value
                : throw new RuleSettingException($"The rule '{rule.Descriptor.Name}': {problem}");
        }

        return new(now, values);
    }
}
