using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A tag with KMS's member names.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Tag.html"/>
internal sealed record KmsTag
{
    public string? TagKey { get; init; }

    public string? TagValue { get; init; }

    /// <exception cref="TagException">A key is reserved or there twice, or there are too many.</exception>
    public static ImmutableArray<Tag> Read(IReadOnlyList<KmsTag?>? tags)
    {
        var read = (tags ?? []).Select(tag => new Tag(tag!.TagKey!, tag.TagValue!)).ToImmutableArray();
        return read.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) ? throw new TagException("Tags beginning with aws: are reserved")
            : read.DistinctBy(tag => tag.Key).Count() != read.Length ? throw new TagException("Duplicate tag keys")
            : read.Length > 50 ? throw new TagException("Too many tags")
            : read;
    }
}
