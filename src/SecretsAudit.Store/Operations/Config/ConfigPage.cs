using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A page of one of Config's lists. The token is the name of the next page's first element, so it says where to go on and nothing else.</summary>
internal static class ConfigPage
{
    public const int Most = 100;

    /// <exception cref="ConfigInvalidNextTokenException">The token names no element of the list.</exception>
    public static (IReadOnlyList<T> Items, string? NextToken) Of<T>(IEnumerable<T> list, Func<T, string> name, string? token, int size)
    {
        var rest = list.SkipWhile(item => token is not null && name(item) != token).Take(size + 1).ToList();
        if (token is not null && rest.Count == 0)
        {
            throw new ConfigInvalidNextTokenException();
        }

        return rest.Count > size ? (rest[..size], name(rest[size])) : (rest, null);
    }

    /// <summary>How many elements a page takes: none asked for, or zero, is the default.</summary>
    /// <exception cref="ConfigInvalidLimitException">It is more than a page can hold, or negative.</exception>
    public static int Size(int? limit, int byDefault, int most = Most) =>
        limit is < 0 || limit > most ? throw new ConfigInvalidLimitException(limit.Value, most)
        : limit is null or 0 ? byDefault
        : limit.Value;
}
