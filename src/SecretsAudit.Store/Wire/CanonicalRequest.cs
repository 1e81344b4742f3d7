using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The text that Signature Version 4 signs, written as bytes: it is made for every request.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request"/>
internal static class CanonicalRequest
{
    public static void Write(WireRequest request, IReadOnlyList<string> signedHeaders, IBufferWriter<byte> text)
    {
        Append(text, request.Method);
        text.Write("\n"u8);
        Append(text, Path(request.RawPath));
        text.Write("\n"u8);
        Append(text, Query(request.RawQuery));
        text.Write("\n"u8);
        for (var i = 0; i < signedHeaders.Count; i++)
        {
            var name = signedHeaders[i];
            Append(text, name);
            text.Write(":"u8);
            Append(text, Collapse(request.Header(name) ?? throw new InvalidSignatureException($"The signed header '{name}' is not in the request.")));
            text.Write("\n"u8);
        }

        text.Write("\n"u8);
        for (var i = 0; i < signedHeaders.Count; i++)
        {
            if (i > 0)
            {
                text.Write(";"u8);
            }

            Append(text, signedHeaders[i]);
        }

        text.Write("\n"u8);
        AppendHash(text, request.Body.Span);
    }

    /// <summary>Writes a SHA-256 hash in lower-case hexadecimal digits.</summary>
    public static void AppendHash(IBufferWriter<byte> text, ReadOnlySpan<byte> of)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(of, hash);
        Convert.TryToHexStringLower(hash, text.GetSpan(hash.Length * 2), out var written);
        text.Advance(written);
    }

    public static void Append(IBufferWriter<byte> text, ReadOnlySpan<char> part) => Encoding.UTF8.GetBytes(part, text);

    // Every service but S3 encodes each segment of the path once more than it stands on the wire.
    private static string Path(string rawPath) =>
        rawPath is "" or "/" ? "/" : string.Join('/', rawPath.Split('/').Select(Uri.EscapeDataString));

    private static string Query(string rawQuery)
    {
        if (rawQuery.Length == 0)
        {
            return "";
        }

        var pairs = rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Encode(pair[0]), Value: pair.Length == 2 ? Encode(pair[1]) : ""))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Encode(string raw) => Uri.EscapeDataString(Uri.UnescapeDataString(raw));

    // Runs of blanks count as one.
    private static string Collapse(string value)
    {
        var trimmed = value.Trim();
        if (!trimmed.Contains("  ", StringComparison.Ordinal))
        {
            return trimmed;
        }

        return string.Join(' ', trimmed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
