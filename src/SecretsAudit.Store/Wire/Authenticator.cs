using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>Verifies Signature Version 4 and says who calls.</summary>
internal sealed class Authenticator(StoreState state, Envelope envelope, TimeProvider wall, TimeSpan skew, IReadOnlyList<DevelopmentCredentials> development)
{
    private const string DateForm = "yyyyMMdd'T'HHmmss'Z'";
    private readonly SigningKeys _keys = new();

    public void Forget(string accessKeyId) => _keys.Forget(accessKeyId);

    public (Caller Caller, SignatureHeader Header) Authenticate(WireRequest request)
    {
        var header = SignatureHeader.Parse(request.Header("authorization"));
        var date = request.Header("x-amz-date")
            ?? throw new IncompleteSignatureException("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        CheckSignedHeaders(request, header);
        CheckDate(date, header);

        var (principal, secret) = Find(header.AccessKeyId, request);
        var key = _keys.Get(header, secret, out var unknownKey);
        if (principal is null || unknownKey)
        {
            throw new UnrecognizedClientException();
        }

        var expected = Sign(request, header, date, key);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(header.Signature)))
        {
            throw new InvalidSignatureException(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }

        var caller = new Caller(principal)
        {
            AccessKeyId = header.AccessKeyId,
            SourceIp = request.SourceIp,
            SecureTransport = request.SecureTransport,
            UserAgent = request.Header("user-agent") ?? "",
        };
        return (caller, header);
    }

    public static string Sign(WireRequest request, SignatureHeader header, string date, byte[] key)
    {
        var canonical = CanonicalRequest.Build(request, header.SignedHeaders);
        var toSign = $"{SignatureHeader.Algorithm}\n{date}\n{header.Scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    // The host and every x-amz- header that steers the call must be signed, or an altered copy of the request would pass.
    private static void CheckSignedHeaders(WireRequest request, SignatureHeader header)
    {
        foreach (var name in (ReadOnlySpan<string>)["host", "x-amz-date", "x-amz-target", "x-amz-security-token"])
        {
            if (!header.SignedHeaders.Contains(name) && (name == "host" || request.Header(name) is not null))
            {
                throw new InvalidSignatureException($"'{name}' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }

        if (request.Header("x-amz-content-sha256") is { } claimed
            && claimed != Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)))
        {
            throw new InvalidSignatureException("The value of x-amz-content-sha256 is not the hash of the request's payload.");
        }
    }

    private void CheckDate(string date, SignatureHeader header)
    {
        if (!DateTimeOffset.TryParseExact(date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var signed))
        {
            throw new IncompleteSignatureException("Date must be in ISO-8601 'basic format'.");
        }

        if (!date.StartsWith(header.Day, StringComparison.Ordinal))
        {
            throw new InvalidSignatureException($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{header.Day}' != '{date[..8]}', from '{date}'.");
        }

        var now = wall.GetUtcNow();
        if (now - signed > skew)
        {
            throw new InvalidSignatureException($"Signature expired: {date} is now earlier than {Text(now - skew)} ({Text(now)} - {skew.TotalMinutes:0} min.)");
        }

        if (signed - now > skew)
        {
            throw new InvalidSignatureException($"Signature not yet current: {date} is still later than {Text(now + skew)} ({Text(now)} + {skew.TotalMinutes:0} min.)");
        }
    }

    private (Principal? Principal, Func<byte[]?> Secret) Find(string accessKeyId, WireRequest request)
    {
        if (development.FirstOrDefault(pair => pair.AccessKeyId == accessKeyId) is { } known)
        {
            return (state.Principal(Arn.Root(known.AccountId)), () => Encoding.UTF8.GetBytes(known.SecretAccessKey));
        }

        // A long-lived key goes without a session token; AWS takes one for a forged session.
        return state.AccessKey(accessKeyId) is { } key && request.Header("x-amz-security-token") is null
            ? (state.Principal(key.PrincipalArn), () => envelope.OpenCredential(accessKeyId, key.SealedSecret))
            : (null, () => null);
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture);
}
