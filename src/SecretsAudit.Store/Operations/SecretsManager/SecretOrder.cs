using System.Collections.Immutable;
using System.Globalization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>
/// A region's secrets in one of the four orders, from just after a given place. By name and by creation a page costs its own
/// length; the two orders that change with use are sorted when asked for.
/// </summary>
internal sealed record SecretOrder(string SortBy, bool Descending)
{
    public IEnumerable<Secret> From(RegionState region, string? after) => SortBy switch
    {
        "name" => Walk(region.ByName, after, name => region.Secret(name)),
        "created-date" => Walk(region.ByCreation, after is null ? null : ParsePlace(after), place => region.Secret(place.Name)),
        _ => Walk([.. region.Secrets.Select(secret => new CreationOrder(Moment(secret), secret.Name))],
            after is null ? null : ParsePlace(after), place => region.Secret(place.Name)),
    };

    /// <summary>A secret's place in this order, for a page token.</summary>
    public string PlaceOf(Secret secret) => SortBy == "name" ? secret.Name
        : string.Create(CultureInfo.InvariantCulture, $"{Moment(secret).UtcTicks}|{secret.Name}");

    private DateTimeOffset Moment(Secret secret) => SortBy switch
    {
        "created-date" => secret.Created,
        "last-accessed-date" => secret.LastAccessed ?? DateTimeOffset.UnixEpoch,
        _ => secret.LastChanged ?? secret.Created,
    };

    private static CreationOrder? ParsePlace(string place)
    {
        var bar = place.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && long.TryParse(place.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new(new(ticks, TimeSpan.Zero), place[(bar + 1)..])
            : null;
    }

    private IEnumerable<Secret> Walk(ImmutableSortedSet<string> order, string? after, Func<string, Secret?> find) =>
        Walk(order, Start(after is null ? null : order.IndexOf(after), order.Count), find);

    private IEnumerable<Secret> Walk(ImmutableSortedSet<CreationOrder> order, CreationOrder? after, Func<CreationOrder, Secret?> find) =>
        Walk(order, Start(after is { } place ? order.IndexOf(place) : null, order.Count), find);

    // A negative index is the complement of where the place would stand: the list goes on even if its last element is gone.
    private int Start(int? index, int count) => (index, Descending) switch
    {
        (null, false) => 0,
        (null, true) => count - 1,
        ( >= 0 and { } found, false) => found + 1,
        ( >= 0 and { } found, true) => found - 1,
        ({ } gone, false) => ~gone,
        ({ } gone, true) => ~gone - 1,
    };

    private IEnumerable<Secret> Walk<T>(ImmutableSortedSet<T> order, int start, Func<T, Secret?> find)
    {
        for (var i = start; i >= 0 && i < order.Count; i += Descending ? -1 : 1)
        {
            if (find(order[i]) is { } secret)
            {
                yield return secret;
            }
        }
    }
}
