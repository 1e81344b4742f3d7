using System;
using System.Text;

namespace SecretsAudit.Detection.Files;

/// <summary>Bytes as text.</summary>
internal static class FileText
{
    private const int Probe = 8000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether it is no text, as git judges: a NUL in the first 8,000 bytes, unless the byte order mark says UTF-16; and what a PDF is, which holds its pages packed.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) => !IsUtf16(content) && (content.Slice(0, Math.Min(content.Length, Probe)).IndexOf((byte)0) >= 0 || content.StartsWith("%PDF-"u8));

    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (IsUtf16(content))
            return (content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content.Slice(2).ToArray());
        var start = content.Length >= 3 && content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF ? 3 : 0;
#if NET
        var bytes = content.Slice(start);
#else
        var bytes = content.Slice(start).ToArray();
#endif
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Latin-1 gives every byte a character: no text is refused, and ASCII credentials are where they were.
            return Encoding.GetEncoding(28591).GetString(bytes);
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> content) => content.Length >= 2 && (content[0], content[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
}
