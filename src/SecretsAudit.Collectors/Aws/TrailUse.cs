using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The use of secrets in a window of the trail, to be asked by secret.</summary>
internal sealed class TrailUse(IReadOnlyDictionary<string, TrailCount> counts, DateTimeOffset start, DateTimeOffset end, bool whole, FactOrigin? origin)
{
    private const int MostReaders = 100;

    private static readonly Dictionary<string, TrailCount> None = [];

    /// <summary>The trail was not asked for.</summary>
    public static TrailUse NotRead { get; } = new(None, default, default, whole: false, null);

    /// <summary>The trail could not be read.</summary>
    public static TrailUse Failed(FactOrigin origin) => new(None, default, default, whole: false, origin);

    /// <summary>The use of one secret, by ARN, by ARN without the six random characters, and by name.</summary>
    public Fact<SecretUsage> Of(string arn, string name)
    {
        if (origin is null)
            return default;
        if (origin.Reason is not null)
            return Fact<SecretUsage>.Unknown(origin);
        TrailCount[] found =
        [
            .. new[] { arn, arn.Length > 7 && arn[^7] == '-' ? arn[..^7] : arn, name }.Distinct(StringComparer.Ordinal)
                .Select(id => counts.GetValueOrDefault(id)).OfType<TrailCount>(),
        ];
        if (found.Length == 0 && !whole)
            return Fact<SecretUsage>.Unknown(origin.Failed($"no read was seen, but the trail was read back to {start:u} only or not understood in part"));
        return Fact.Known(
            new SecretUsage
            {
                WindowStart = start,
                WindowEnd = end,
                Reads = found.Sum(count => count.Reads),
                DeniedReads = found.Sum(count => count.DeniedReads),
                FailedReads = found.Sum(count => count.FailedReads),
                LastAttempt = found.Max(count => count.LastAttempt),
                LastRead = found.Max(count => count.LastRead),
                Readers = [.. found.SelectMany(count => count.Readers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostReaders)],
            },
            origin);
    }
}
