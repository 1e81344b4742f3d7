using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The parts of a Signature Version 4 Authorization header.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal sealed record SignatureHeader
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public required string AccessKeyId { get; init; }

    /// <summary>The day of the credential scope, yyyyMMdd.</summary>
    public required string Day { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    /// <summary>Lower-case names in the order they were signed.</summary>
    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    /// <summary>Day, region, service and terminator as they were sent.</summary>
    public required string Scope { get; init; }

    /// <exception cref="MissingAuthenticationTokenException">There is no header.</exception>
    /// <exception cref="IncompleteSignatureException">A part is missing or malformed.</exception>
    public static SignatureHeader Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            throw new MissingAuthenticationTokenException();
        }

        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw new IncompleteSignatureException($"Unsupported AWS 'algorithm': '{Clip(header.Split(' ')[0])}'. This service takes {Algorithm}.");
        }

        string? credential = null, signedHeaders = null, signature = null;
        foreach (var part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            switch (name)
            {
                case "Credential":
                    credential = value;
                    break;
                case "SignedHeaders":
                    signedHeaders = value;
                    break;
                case "Signature":
                    signature = value;
                    break;
                default:
                    throw new IncompleteSignatureException($"Authorization header holds an unknown part '{Clip(name)}'.");
            }
        }

        if (credential is not { Length: > 0 } || signedHeaders is not { Length: > 0 } || signature is not { Length: > 0 })
        {
            throw new IncompleteSignatureException(string.Join(' ', Missing(credential, signature, signedHeaders)));
        }

        var scope = credential.Split('/');
        return scope is [{ Length: > 0 }, { Length: 8 }, { Length: > 0 and <= 64 }, { Length: > 0 and <= 64 }, "aws4_request"]
            ? new()
            {
                AccessKeyId = scope[0],
                Scope = credential[(scope[0].Length + 1)..],
                Day = scope[1],
                Region = scope[2],
                Service = scope[3],
                SignedHeaders = signedHeaders.Split(';'),
                Signature = signature,
            }
            : throw new IncompleteSignatureException($"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{Clip(credential)}'.");
    }

    private static IEnumerable<string> Missing(string? credential, string? signature, string? signedHeaders)
    {
        if (credential is not { Length: > 0 })
        {
            yield return "Authorization header requires 'Credential' parameter.";
        }

        if (signature is not { Length: > 0 })
        {
            yield return "Authorization header requires 'Signature' parameter.";
        }

        if (signedHeaders is not { Length: > 0 })
        {
            yield return "Authorization header requires 'SignedHeaders' parameter.";
        }
    }

    private static string Clip(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
