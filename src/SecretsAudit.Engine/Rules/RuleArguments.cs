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

    /// <summary>Every parameter at its default.</summary>
    internal static RuleArguments Defaults(Rule rule, DateTimeOffset now) =>
        new(now, rule.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.Ordinal));
}
