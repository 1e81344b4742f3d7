using System.Globalization;

namespace SecretsAudit.Iam.Conditions;

/// <summary>Reads numbers, instants and bytes out of policy and context values; null when the text is none.</summary>
internal static class ContextParse
{
    private static readonly string[] InstantForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-ddK", "yyyy-MM", "yyyy",
    ];

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>ISO 8601 or seconds since 1970, as AWS takes both.</summary>
    /// <seealso href="https://www.w3.org/TR/NOTE-datetime"/>
    public static DateTimeOffset? Instant(string text)
    {
        // Four digits are a year in the W3C profile; longer digit strings are epoch seconds.
        if (text.Length > 4 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return seconds is >= -62135596800 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

        return DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
    }

    public static byte[]? Base64(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}
