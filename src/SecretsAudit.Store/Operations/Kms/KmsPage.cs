using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A page of a KMS list, which goes on by marker.</summary>
internal sealed record KmsPage<T>(IReadOnlyList<T> Items, string? NextMarker);

internal static class KmsPage
{
    /// <exception cref="InvalidMarkerException">The marker is not one of this list's.</exception>
    public static KmsPage<T> Take<T>(IEnumerable<T> ordered, Func<T, string> key, string list, string? marker, int limit)
    {
        var after = marker is null ? null : PageToken.Parse(marker, list, "") ?? throw new InvalidMarkerException();
        var items = ordered.SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0).Take(limit + 1).ToList();
        return items.Count <= limit
            ? new(items, null)
            : new(items[..limit], PageToken.Create(list, "", key(items[limit - 1])));
    }
}
