using System.Globalization;

namespace SecretsAudit.Reports.Html;

/// <summary>A moment as a report shows it.</summary>
/// <param name="Text">For people, in UTC: <c>2026-01-15 12:00 UTC</c>.</param>
/// <param name="Iso">For machines.</param>
/// <param name="Day">The day alone.</param>
/// <param name="Epoch">Seconds since 1970, to sort by.</param>
internal sealed record Moment(string Text, string Iso, string Day, long Epoch)
{
    public static Moment Of(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return new(
            utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            moment.ToUnixTimeSeconds());
    }
}
