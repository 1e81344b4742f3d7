using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// Ranges of addresses lie in each other or apart; what they tell apart is, for each range and for the whole of each family, what is left of
/// it without the ranges inside.
/// </summary>
internal static class AddressRegions
{
    private static readonly AddressRange[] Whole = [AddressRange.TryParse("0.0.0.0/0")!.Value, AddressRange.TryParse("::/0")!.Value];

    /// <summary>Ranges that no request from the internet comes from.</summary>
    /// <seealso href="https://www.iana.org/assignments/iana-ipv4-special-registry/"/>
    public static IReadOnlyList<AddressRange> Private { get; } =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "::/8", "fc00::/7", "fe80::/10", "ff00::/8" }
            .Select(range => AddressRange.TryParse(range)!.Value),
    ];

    /// <summary>One address of each region outside of the closed ranges.</summary>
    public static IReadOnlyList<string> Representatives(IEnumerable<AddressRange> ranges, IReadOnlyList<AddressRange> closed)
    {
        var all = ranges.Concat(closed).Concat(Whole).Distinct().ToArray();
        var addresses = new List<string>();
        foreach (var range in all)
        {
            if (closed.Any(other => other.Contains(range)))
                continue;
            if (FirstOutside(range, all.Where(other => other != range && range.Contains(other))) is { } bits)
                addresses.Add(range.AddressText(bits));
        }

        // A familiar address reads better than 1.0.0.0, the first public one.
        return addresses;
    }

    private static UInt128? FirstOutside(AddressRange range, IEnumerable<AddressRange> inside)
    {
        var next = range.First;
        foreach (var other in inside.OrderBy(other => other.First).ThenBy(other => other.PrefixLength))
        {
            if (other.First > next)
                return next;
            var last = other.Last;
            if (last >= range.Last)
                return null;
            if (last >= next)
                next = last + 1;
        }

        return next;
    }
}
