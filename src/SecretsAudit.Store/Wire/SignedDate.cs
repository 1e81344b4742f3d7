using System.Globalization;

namespace SecretsAudit.Store.Wire;

/// <summary>The moment of <c>X-Amz-Date</c>. Requests of one second carry one text, so a thread remembers the last.</summary>
internal static class SignedDate
{
    public const string Form = "yyyyMMdd'T'HHmmss'Z'";

    [ThreadStatic]
    private static string? _text;

    [ThreadStatic]
    private static DateTimeOffset _moment;

    /// <summary>Null when the text is no such moment.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (text == _text)
        {
            return _moment;
        }

        if (!DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return null;
        }

        (_text, _moment) = (text, moment);
        return moment;
    }
}
