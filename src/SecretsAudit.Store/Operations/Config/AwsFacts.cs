using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>AWS's lists that Config's requests are checked against.</summary>
internal static class AwsFacts
{
    private static readonly Lazy<FrozenSet<string>> Types = new(() => Lines("resource-types").ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<RuleParameter>>> Rules = new(() => Lines("managed-rules")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..].Select(RuleParameter.Of).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>The resource types that Config knows.</summary>
    public static FrozenSet<string> ResourceTypes => Types.Value;

    /// <summary>The parameters of a managed rule by its identifier; null when AWS has no such rule.</summary>
    public static ImmutableArray<RuleParameter>? ParametersOf(string identifier) => Rules.Value.TryGetValue(identifier, out var parameters) ? parameters : null;

    private static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(AwsFacts).Assembly.GetManifestResourceStream($"config-facts/{list}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}

/// <summary>A parameter of a managed rule.</summary>
internal sealed record RuleParameter(string Name, bool IsRequired)
{
    public static RuleParameter Of(string word) => word[^1] == '*' ? new(word[..^1], true) : new(word, false);
}
