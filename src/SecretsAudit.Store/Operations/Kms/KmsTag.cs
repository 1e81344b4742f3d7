using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A tag with KMS's member names.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Tag.html"/>
internal sealed record KmsTag
{
    private const int Limit = 50;

    public string? TagKey { get; init; }

    public string? TagValue { get; init; }

    public static IReadOnlyList<KmsTag> Of(KmsKey key) => [.. key.Tags.Select(tag => new KmsTag { TagKey = tag.Key, TagValue = tag.Value })];

    /// <exception cref="TagException">A key is reserved or there twice, or there are too many.</exception>
    public static ImmutableArray<Tag> Read(IReadOnlyList<KmsTag?>? tags)
    {
        var read = (tags ?? []).Select(tag => new Tag(tag!.TagKey!, tag.TagValue!)).ToImmutableArray();
        return read.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) ? throw new TagException("Tags beginning with aws: are reserved")
            : read.DistinctBy(tag => tag.Key).Count() != read.Length ? throw new TagException("Duplicate tag keys")
            : read.Length > Limit ? throw new TagException("Too many tags")
            : read;
    }

    /// <summary>A key's tags with others added; a key that is there takes the new value.</summary>
    public static ImmutableArray<Tag> Merge(ImmutableArray<Tag> present, ImmutableArray<Tag> added)
    {
        var merged = present.RemoveAll(tag => added.Any(other => other.Key == tag.Key)).AddRange(added);
        return merged.Length > Limit ? throw new TagException("Too many tags") : merged;
    }

    /// <summary>The condition keys that a request's tags give.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> ConditionKeys(IReadOnlyList<KmsTag?>? tags) =>
        [.. TagConditionKeys.OfRequest((tags ?? []).Select(tag => new KeyValuePair<string, string>(tag!.TagKey!, tag.TagValue!)))];
}
