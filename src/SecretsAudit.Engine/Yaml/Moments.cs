using System.Globalization;

namespace SecretsAudit.Engine.Yaml;

/// <summary>Moments as people write them, in UTC: <c>2026-01-15</c>, which is its midnight, or <c>2026-01-15T12:00:00Z</c>.</summary>
public static class Moments
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Reads a moment; false when the text has neither form.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Utc, out moment);
}
