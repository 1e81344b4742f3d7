using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The text that Signature Version 4 signs.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request"/>
internal static class CanonicalRequest
{
    public static string Build(WireRequest request, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n').Append(Path(request.RawPath)).Append('\n').Append(Query(request.RawQuery)).Append('\n');
        foreach (var name in signedHeaders)
        {
            var value = request.Header(name) ?? throw new InvalidSignatureException($"The signed header '{name}' is not in the request.");
            text.Append(name).Append(':').Append(Collapse(value)).Append('\n');
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
        return text.ToString();
    }

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
