namespace SecretsAudit.Collectors;

/// <summary>Keeps what others wrote fit for a report.</summary>
internal static class GapText
{
    /// <summary>The longest reason, in characters.</summary>
    public const int Limit = 500;

    /// <summary>One line, without control characters, at most <see cref="Limit"/> characters.</summary>
    public static string Bound(string text)
    {
        var line = string.Create(Math.Min(text.Length, Limit), text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }).Trim();
        return text.Length > Limit ? line[..Math.Min(line.Length, Limit - 1)] + "…" : line;
    }
}
