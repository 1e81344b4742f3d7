using System.Globalization;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>Writes values into messages and evidence. Compiled rules call it.</summary>
public static class RuleText
{
    private const int Longest = 300;

    /// <summary>A fact in a message.</summary>
    public static string Of<T>(Fact<T> fact, string? format)
        where T : notnull
        => fact.IsKnown ? Of(fact.Value, format) : fact.ToString();

    /// <summary>A truth value in a message.</summary>
    public static string Of(Truth truth, string? format) => truth.ToString();

    /// <summary>A plain value in a message.</summary>
    public static string Of<T>(T value, string? format)
        where T : notnull
        => Clean(value switch
        {
            TimeSpan duration => format == "d" ? duration.Days.ToString(CultureInfo.InvariantCulture) : Durations.Format(duration),
            DateTimeOffset moment => moment.ToUniversalTime().ToString(format == "d" ? "yyyy-MM-dd" : "u", CultureInfo.InvariantCulture),
            decimal number => number.ToString(format ?? "0.####", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => RuleParameterText.Format(value),
        });

    /// <summary>A fact as evidence, with where and when it was read.</summary>
    public static Evidence Evidence<T>(string label, Fact<T> fact)
        where T : notnull
        => new(label, Of(fact, null), fact.Origin?.Source, fact.Origin?.ReadAt);

    /// <summary>A derived truth value as evidence.</summary>
    public static Evidence Evidence(string label, Truth truth) => new(label, truth.ToString());

    /// <summary>A plain value as evidence.</summary>
    public static Evidence Evidence<T>(string label, T value)
        where T : notnull
        => new(label, Of(value, null));

    // Names, tags and descriptions are other people's text: no line breaks, no terminal codes, no direction marks, no novels.
    internal static string Clean(string text, int longest = Longest)
    {
        var cut = text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
        return string.Create(cut.Length, cut, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = IsHarmless(source, i) ? source[i] : '\uFFFD';
        });
    }

    private static bool IsHarmless(string text, int index) => char.IsSurrogate(text[index])
        ? char.IsSurrogatePair(text, Math.Min(index, text.Length - 2)) || (index > 0 && char.IsSurrogatePair(text, index - 1))
        : char.GetUnicodeCategory(text[index])
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
