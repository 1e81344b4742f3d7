using System;
using System.Collections.Generic;
using System.Text;

namespace SecretsAudit.Detection.Structures;

/// <summary>Signed JSON Web Tokens: three parts of base64url, of which the first is a JSON object with <c>alg</c>.</summary>
/// <remarks>RFC 7519, RFC 7515.</remarks>
internal static class JsonWebTokens
{
    private const int MostToken = 16 * 1024;

    // "eyJ" is how an object begins in base64, and "ZXlK" how that does.
    public static IReadOnlyList<TextStructure> All { get; } = [new("eyJ", Match), new("ZXlK", MatchEncoded)];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if ((at > 0 && IsBase64Url(text[at - 1])) || IsOfPicture(text.Slice(0, at)))
            return null;
        var header = Part(text, at);
        var payload = Part(text, at + header + 1);
        if (header < 20 || payload < 16 || text[at + header] != '.')
            return null;
        var signatureAt = at + header + 1 + payload;
        if (signatureAt >= text.Length || text[signatureAt] != '.')
            return null;
        var signature = Part(text, signatureAt + 1);
        if (signature < 20 || !IsHeader(text.Slice(at, header)))
            return null;
        return new("json-web-token", CredentialKind.Jwt, at, signatureAt + 1 + signature - at, CredentialConfidence.High, "it is a signed JSON Web Token");
    }

    private static CredentialMatch? MatchEncoded(ReadOnlySpan<char> text, int at)
    {
        const int Least = 80;
        if (at > 0 && IsBase64Url(text[at - 1]))
            return null;
        var length = 0;
        while (length < MostToken && at + length < text.Length && (IsBase64Url(text[at + length]) || text[at + length] is '+' or '/'))
            length++;
        // As many as make whole bytes; what is left over belongs to the padding.
        length -= length % 4 == 1 ? 1 : 0;
        if (length < Least)
            return null;
        try
        {
            var decoded = Encoding.ASCII.GetString(Convert.FromBase64String(text.Slice(at, length).ToString() + new string('=', (4 - length % 4) % 4)));
            return Match(decoded.AsSpan(), 0) is null ? null : new("json-web-token", CredentialKind.Jwt, at, length, CredentialConfidence.High, "it is a signed JSON Web Token, encoded in base64 once more");
        }
        catch (FormatException)
        {
            // base64url's marks: what is encoded so begins another way.
            return null;
        }
    }

    // https://private-user-images.githubusercontent.com/…?jwt=…: a picture's address for five minutes, as it is pasted into pages.
    private static bool IsOfPicture(ReadOnlySpan<char> before)
    {
        const int MostAddress = 300;
        return before.EndsWith("?jwt=".AsSpan()) && before.Slice(Math.Max(0, before.Length - MostAddress)).IndexOf("private-user-images.githubusercontent.com".AsSpan()) >= 0;
    }

    private static int Part(ReadOnlySpan<char> text, int from)
    {
        var length = 0;
        while (length < MostToken && from + length < text.Length && IsBase64Url(text[from + length]))
            length++;
        return length;
    }

    private static bool IsHeader(ReadOnlySpan<char> part)
    {
        var padded = part.ToString().Replace('-', '+').Replace('_', '/');
        padded += new string('=', (4 - padded.Length % 4) % 4);
        try
        {
            var header = Encoding.UTF8.GetString(Convert.FromBase64String(padded)).AsSpan().Trim();
            return header.Length > 0 && header[header.Length - 1] == '}' && header.IndexOf("\"alg\"".AsSpan()) > 0;
        }
        catch (FormatException)
        {
            // Five characters in the last group of four: no base64, no token.
            return false;
        }
    }

    private static bool IsBase64Url(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';
}
