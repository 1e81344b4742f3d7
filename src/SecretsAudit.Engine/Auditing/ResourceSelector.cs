using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Waivers;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>Chooses resources: all that is stated must hold. In patterns <c>*</c> stands for any characters, <c>?</c> for one.</summary>
public sealed record ResourceSelector
{
    /// <summary>Patterns of names (of a key: its first alias, else its id), one of which must match; empty for any.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Tags with patterns of their values, all of which must match; empty for any.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Patterns of account ids, one of which must match; empty for any.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Patterns of regions, one of which must match; empty for any.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Whether a resource is chosen; unknown when that depends on tags that could not be read.</summary>
    internal Truth Chooses(IResourceFacts resource)
    {
        if (!Any(Paths, resource.Path) || !Any(Accounts, resource.Scope.Account) || !Any(Regions, resource.Scope.Region))
            return false;

        Truth chosen = true;
        foreach (var (key, pattern) in Tags)
        {
            var tag = resource.Labels[key];
            chosen &= tag.IsUnknown ? Truth.Unknown(tag.UnknownReason!) : tag.IsKnown && SubjectPattern.Matches(pattern, tag.Value);
        }

        return chosen;
    }

    private static bool Any(IReadOnlyList<string> patterns, string text) => patterns.Count == 0 || FactFunctions.IsLike(patterns, text);
}
