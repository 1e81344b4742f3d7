namespace SecretsAudit.Engine.Rules;

/// <summary>A value of a rule that users may set.</summary>
public sealed record RuleParameter
{
    /// <summary>The name, in camel case: rules use it as a C# name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of value it takes.</summary>
    public required RuleParameterType Type { get; init; }

    /// <summary>What it means, as a sentence; null when its name says it.</summary>
    public string? Description { get; init; }

    /// <summary>The value when nobody sets one: bool, int, decimal, TimeSpan, string or a list of strings.</summary>
    public required object Default { get; init; }

    /// <summary>The default as a person writes it: <c>24h</c>.</summary>
    public string DefaultText => RuleParameterText.Format(Default);

    /// <summary>The smallest value allowed (of a number or a duration), or null.</summary>
    public object? Minimum { get; init; }

    /// <summary>The largest value allowed (of a number or a duration), or null.</summary>
    public object? Maximum { get; init; }

    /// <summary>Reads a value for this parameter.</summary>
    /// <param name="text">The value as a person wrote it.</param>
    /// <param name="value">The value when it is allowed.</param>
    /// <param name="problem">What is wrong with it when it is not, as a sentence.</param>
    public bool TryParse(string text, out object value, out string problem)
    {
        value = Default;
        problem = "";
        if (RuleParameterText.Parse(Type, text) is not { } parsed)
            problem = $"'{Name}' must be {RuleParameterText.Expectation(Type)}, not '{Shown(text)}'.";
        else if (!IsWithinBounds(parsed))
            problem = $"'{Name}' must be {Bounds()}, not {Shown(text)}.";
        else
            value = parsed;

        return problem.Length == 0;
    }

    /// <summary>Whether a value lies within the bounds.</summary>
    internal bool IsWithinBounds(object value) => value is not IComparable comparable
        || ((Minimum is null || comparable.CompareTo(Minimum) >= 0) && (Maximum is null || comparable.CompareTo(Maximum) <= 0));

    internal string Bounds() => (Minimum, Maximum) switch
    {
        ({ } minimum, { } maximum) => $"from {RuleParameterText.Format(minimum)} to {RuleParameterText.Format(maximum)}",
        ({ } minimum, null) => $"at least {RuleParameterText.Format(minimum)}",
        (null, { } maximum) => $"at most {RuleParameterText.Format(maximum)}",
        _ => "anything",
    };

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
