using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A page of an IAM list, which goes on by marker.</summary>
internal static class IamPage
{
    /// <exception cref="ValidationException">The marker is not one of this list's.</exception>
    public static (IReadOnlyList<T> Items, string? Marker) Take<T>(IEnumerable<T> ordered, Func<T, string> key, string list, string? marker, int? limit)
    {
        var after = marker is null ? null : PageToken.Parse(marker, list, "") ?? throw new ValidationException($"Invalid Marker: {marker}");
        var size = limit ?? 100;
        var items = ordered.SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0).Take(size + 1).ToList();
        return items.Count <= size ? (items, null) : (items[..size], PageToken.Create(list, "", key(items[size - 1])));
    }
}
