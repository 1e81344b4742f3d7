using System.Globalization;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Reads and writes parameters' values.</summary>
internal static class RuleParameterText
{
    private const int LongestText = 1000;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int LongestList = 1000;

    /// <summary>The value; null when the text is not of the type.</summary>
    public static object? Parse(RuleParameterType type, string text) => type switch
    {
        RuleParameterType.Bool => text switch { "true" => true, "false" => false, _ => null },
        RuleParameterType.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        RuleParameterType.Decimal => decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number) ? number : null,
        RuleParameterType.Duration => Durations.TryParse(text, out var duration) ? duration : null,
        RuleParameterType.String => text.Length <= LongestText ? text : null,
        _ => List(text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries)),
    };

    /// <summary>The list; null when it or one of its texts is too long.</summary>
    public static IReadOnlyList<string>? List(IReadOnlyList<string> texts) =>
        texts.Count <= LongestList && texts.All(text => text.Length <= LongestText) ? texts : null;

    /// <summary>The value as a person writes it.</summary>
    public static string Format(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        TimeSpan duration => Durations.Format(duration),
        IReadOnlyList<string> list => string.Join(", ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What a value of the type looks like.</summary>
    public static string Expectation(RuleParameterType type) => type switch
    {
        RuleParameterType.Bool => "true or false",
        RuleParameterType.Int => "a whole number",
        RuleParameterType.Decimal => "a number such as 3.5",
        RuleParameterType.Duration => "a duration such as 90d or 24h",
        RuleParameterType.String => $"a text of at most {LongestText} characters",
        _ => $"a list of at most {LongestList} texts",
    };
}
