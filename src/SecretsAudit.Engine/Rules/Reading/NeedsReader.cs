using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads which reads a rule costs.</summary>
internal static class NeedsReader
{
    private const string Fleet = "fleet";

    private static IEnumerable<InventoryNeeds> Single =>
        Enum.GetValues<InventoryNeeds>().Where(need => int.PopCount((int)need) == 1);

    /// <summary>The names a rule may use.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Single.Select(need => WordReader.Kebab(need.ToString())),
        Fleet,
    ];

    public static (InventoryNeeds Needs, bool Fleet) Read(IReadOnlyList<YamlText> names, RuleResource resource, ErrorList errors)
    {
        // What a rule speaks about is listed in any case.
        var needs = resource.Listing();
        foreach (var name in names.Where(name => name.Value != Fleet))
        {
            if (Names.Contains(name.Value))
                needs |= WordReader.Choice<InventoryNeeds>(name, "need", errors);
            else
                errors.Add(name.At, $"'{name.Value}' is no need.", Spelling.DidYouMean(name.Value, Names) ?? $"Known: {string.Join(", ", Names)}.");
        }

        return (needs, names.Any(name => name.Value == Fleet));
    }

    /// <summary>Needs as a rule writes them.</summary>
    public static string Format(InventoryNeeds needs) =>
        string.Join(", ", Single.Where(need => needs.HasFlag(need)).Select(need => WordReader.Kebab(need.ToString())));
}
