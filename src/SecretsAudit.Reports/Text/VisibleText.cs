using System.Buffers;
using System.Globalization;
using System.Text;

namespace SecretsAudit.Reports.Text;

/// <summary>Foreign text made safe to look at: characters that a reader cannot see, or that change what the reader sees, are written out.</summary>
/// <remarks>
/// A tag or name may hold bidirectional overrides that make one name read as another (CVE-2021-42574), control characters, lone surrogates
/// or zero-width characters. They become <c>⟨U+202E⟩</c>: a reader must see that they are there.
/// </remarks>
internal static class VisibleText
{
    // C0, DEL, C1, soft hyphen, Arabic letter mark, zero-width and directional marks, line and paragraph separators, embeddings and
    // overrides, invisible operators and isolates, byte order mark, interlinear annotations, and the surrogates (judged in pairs below).
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Range(0x00, 0x1F), .. Range(0x7F, 0x9F), '\u00AD', '\u061C', '\u180E', .. Range(0x200B, 0x200F), .. Range(0x2028, 0x202E),
         .. Range(0x2060, 0x206F), '\uFEFF', .. Range(0xFFF9, 0xFFFB), .. Range(0xD800, 0xDFFF), '\uFFFE', '\uFFFF']);

    /// <summary>The text with every invisible or deceiving character written out; tabs and line breaks stay.</summary>
    public static string Of(string? text) => text is null ? "" : text.AsSpan().IndexOfAny(Suspects) < 0 ? text : Rewrite(text, keepBreaks: true);

    /// <summary>The same on one line: tabs and line breaks become blanks.</summary>
    public static string OneLine(string? text) => text is null ? "" : text.AsSpan().IndexOfAny(Suspects) < 0 ? text : Rewrite(text, keepBreaks: false);

    /// <summary>One line of at most <paramref name="limit"/> UTF-16 units; a longer text ends with an ellipsis.</summary>
    public static string OneLine(string? text, int limit) => Cut(OneLine(text), limit);

    /// <summary>At most <paramref name="limit"/> UTF-16 units, never half a surrogate pair; a longer text ends with an ellipsis.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;

        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;

        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Rewrite(string text, bool keepBreaks)
    {
        var result = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\t' or '\r')
                _ = keepBreaks ? (c == '\r' ? result : result.Append(c)) : result.Append(c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : " ");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else if (Suspects.Contains(c))
                result.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static IEnumerable<char> Range(int first, int last)
    {
        for (var c = first; c <= last; c++)
            yield return (char)c;
    }
}
