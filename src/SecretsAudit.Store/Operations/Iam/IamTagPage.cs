using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A page of an entity's tags.</summary>
internal sealed record IamTagPage
{
    public required IReadOnlyList<WireTag> Tags { get; init; }

    public required bool IsTruncated { get; init; }

    public string? Marker { get; init; }

    /// <exception cref="Wire.Errors.ValidationException">The marker is not one of this list's.</exception>
    public static IamTagPage Of(string arn, ImmutableSortedDictionary<string, string> tags, string? marker, int? limit)
    {
        var page = IamPage.Take(tags, tag => tag.Key, "tags of " + arn, marker, limit);
        return new() { Tags = IamRules.Shown(page.Items), IsTruncated = page.Marker is not null, Marker = page.Marker };
    }
}
