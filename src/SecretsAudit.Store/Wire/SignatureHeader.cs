using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The parts of a Signature Version 4 Authorization header.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal sealed record SignatureHeader
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    // A client signs a day's requests alike but for the signature: the rest is taken apart once.
    private static readonly ParsedTexts<CredentialScope> Credentials = new(ParseCredential);
    private static readonly ParsedTexts<string[]> HeaderLists = new(static text => text.Split(';'));

    public string AccessKeyId => Credential.AccessKeyId;

    /// <summary>The day of the credential scope, yyyyMMdd.</summary>
    public string Day => Credential.Day;

    public string Region => Credential.Region;

    public string Service => Credential.Service;

    /// <summary>Day, region, service and terminator as they were sent.</summary>
    public string Scope => Credential.Text;

    /// <summary>Lower-case names in the order they were signed.</summary>
    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required ReadOnlyMemory<char> Signature { get; init; }

    public required CredentialScope Credential { get; init; }

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

        ReadOnlySpan<char> text = header, credential = default, signedHeaders = default, signature = default;
        foreach (var range in text[Algorithm.Length..].Split(','))
        {
            var part = text[Algorithm.Length..][range].Trim();
            var equals = part.IndexOf('=');
            var value = equals < 0 ? [] : part[(equals + 1)..];
            switch (equals < 0 ? part : part[..equals])
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
                case var name:
                    throw new IncompleteSignatureException($"Authorization header holds an unknown part '{Clip(name.ToString())}'.");
            }
        }

        if (credential.IsEmpty || signedHeaders.IsEmpty || signature.IsEmpty)
        {
            throw new IncompleteSignatureException(string.Join(' ', Missing(credential.IsEmpty, signature.IsEmpty, signedHeaders.IsEmpty)));
        }

        header.AsSpan().Overlaps(signature, out var at);
        return new() { Credential = Credentials.Get(credential), SignedHeaders = HeaderLists.Get(signedHeaders), Signature = header.AsMemory(at, signature.Length) };
    }

    private static CredentialScope ParseCredential(string credential) => CredentialScope.Parse(credential)
        ?? throw new IncompleteSignatureException($"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{Clip(credential)}'.");

    private static IEnumerable<string> Missing(bool credential, bool signature, bool signedHeaders)
    {
        if (credential)
        {
            yield return "Authorization header requires 'Credential' parameter.";
        }

        if (signature)
        {
            yield return "Authorization header requires 'Signature' parameter.";
        }

        if (signedHeaders)
        {
            yield return "Authorization header requires 'SignedHeaders' parameter.";
        }
    }

    private static string Clip(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
