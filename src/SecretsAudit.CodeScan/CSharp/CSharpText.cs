using System.Text;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>A C# file's bytes as text.</summary>
internal static class CSharpText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(byte[] content)
    {
        switch (content)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(content.AsSpan(2));
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        }

        try
        {
            return Utf8.GetString(content is [0xEF, 0xBB, 0xBF, ..] ? content.AsSpan(3) : content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}
