using System.Buffers;
using System.Text;

namespace SecretsAudit.CodeScan;

/// <summary>A file's bytes as text: UTF-8, UTF-16 with or without a byte order mark, or else Latin-1, in which every byte is a character.</summary>
internal static class SourceText
{
    private const int Probe = 8000;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\u0085\u2028\u2029");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a path's content; null when it is no text, as git judges: a NUL at its beginning, that is not half of a UTF-16 character. Nor is a PDF.</summary>
    public static string? Of(string path, ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content[2..]);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content[2..]);

        // Illustrator's files, too: they begin as text, and the rest is packed.
        if (content.StartsWith("%PDF-"u8) && !FileInspection.IsCSharp(path))
            return null;

        var probe = content[..Math.Min(content.Length, Probe)];
        if (probe.Contains((byte)0))
        {
            if (WithoutMark(probe) is { } encoding)
                return encoding.GetString(content);
            // Nobody keeps pictures under C#'s name: there, a NUL is a way to hide.
            if (!FileInspection.IsCSharp(path))
                return null;
        }

        try
        {
            return Utf8.GetString(content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    /// <summary>Whether lines end in it that git sees no end of: at a carriage return by itself, or at one of Unicode's line ends. What is no text has no lines that git could tell.</summary>
    public static bool HasLinesOfItsOwn(string path, ReadOnlySpan<byte> content)
    {
        if (Of(path, content) is not { } whole)
            return true;
        var text = whole.AsSpan();
        for (var at = text.IndexOfAny(LineEnds); at >= 0; at = text.IndexOfAny(LineEnds))
        {
            if (text[at] != '\r' || at + 1 >= text.Length || text[at + 1] != '\n')
                return true;
            text = text[(at + 2)..];
        }

        return false;
    }

    // Text in UTF-16 is mostly ASCII where credentials stand: nearly every second byte is NUL, and no other is.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> probe)
    {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < probe.Length; i++)
        {
            if (probe[i] == 0)
                _ = (i & 1) == 0 ? even++ : odd++;
        }

        var pairs = probe.Length / 2;
        return pairs < 4 ? null
            : odd * 10 >= pairs * 7 && even * 20 <= pairs ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even * 10 >= pairs * 7 && odd * 20 <= pairs ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }
}
