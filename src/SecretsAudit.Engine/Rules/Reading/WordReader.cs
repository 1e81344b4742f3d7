using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads words of a fixed set, written in kebab case: <c>not-evaluated</c>, <c>resource-policy</c>.</summary>
internal static class WordReader
{
    /// <summary>The member that a text names; the first member, and an error, when it names none.</summary>
    public static T Choice<T>(YamlText value, string key, ErrorList errors)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (Kebab(member.ToString()) == value.Value)
                return member;
        }

        var known = Enum.GetNames<T>().Select(Kebab).ToList();
        if (value.Value.Length > 0)
            errors.Add(value.At, $"'{value.Value}' is no {key}.", Spelling.DidYouMean(value.Value, known) ?? $"Known: {string.Join(", ", known)}.");

        return default;
    }

    /// <summary><c>ResourcePolicy</c> as <c>resource-policy</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
