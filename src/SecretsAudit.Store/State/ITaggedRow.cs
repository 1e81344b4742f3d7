using System.Collections.Immutable;

namespace SecretsAudit.Store.State;

/// <summary>A row that is tagged by its ARN.</summary>
internal interface ITaggedRow
{
    string Arn { get; }

    ImmutableArray<Tag> Tags { get; }

    Row WithTags(ImmutableArray<Tag> tags);
}
