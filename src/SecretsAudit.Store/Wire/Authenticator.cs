using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>Verifies Signature Version 4 and says who calls.</summary>
internal sealed class Authenticator(
    StoreState state, Envelope envelope, TimeProvider wall, TimeProvider clock, TimeSpan skew, IReadOnlyList<DevelopmentCredentials> development)
{
    private const int SignatureLength = SHA256.HashSizeInBytes * 2;
    private const int LargestKeptText = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _text;

    [ThreadStatic]
    private static Caller? _last;

    private readonly SigningKeys _keys = new();

    public void Forget(string accessKeyId) => _keys.Forget(accessKeyId);

    public (Caller Caller, SignatureHeader Header) Authenticate(WireRequest request)
    {
        var header = SignatureHeader.Parse(request.Header("authorization"));
        var date = request.Header("x-amz-date")
            ?? throw new IncompleteSignatureException("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        CheckSignedHeaders(request, header);
        CheckDate(date, header);

        var session = Session(header.AccessKeyId, request);
        var principal = Find(header.AccessKeyId, request, session);
        if (principal is null || (_keys.Find(header) ?? Derive(header, session)) is not { } signingKey)
        {
            throw new UnrecognizedClientException();
        }

        Span<byte> expected = stackalloc byte[SignatureLength];
        Sign(request, header, date, signingKey, expected);
        if (!Matches(expected, header.Signature.Span))
        {
            throw new InvalidSignatureException(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }

        if (session?.Expires <= clock.GetUtcNow())
        {
            throw new ExpiredTokenException();
        }

        return (CallerOf(principal, session, header.AccessKeyId, request), header);
    }

    /// <summary>Whoever sent an unsigned request: nobody yet, in the account of the role that is asked for.</summary>
    /// <exception cref="AccessDeniedException">The store has no such account, so nobody's trail could tell of the call.</exception>
    public Caller Unsigned(WireRequest request, string permission, string? roleArn)
    {
        if (roleArn?.Split(':') is not [_, _, "iam", "", { Length: 12 } account, ..] || state.Account(account) is null)
        {
            throw new AccessDeniedException("Not authorized to perform " + permission);
        }

        return new(new Principal { AccountId = account, Kind = PrincipalKind.User, Name = "anonymous", Path = "/", UniqueId = "anonymous" })
        {
            SourceIp = request.SourceIp,
            SecureTransport = request.SecureTransport,
            UserAgent = request.Header("user-agent") ?? "",
        };
    }

    /// <summary>The signature that a request must carry, in lower-case hexadecimal digits.</summary>
    public static void Sign(WireRequest request, SignatureHeader header, string date, SigningKey key, Span<byte> signature)
    {
        var text = _text ??= new ArrayBufferWriter<byte>(2048);
        text.ResetWrittenCount();
        CanonicalRequest.Write(request, header.SignedHeaders, text);
        var canonical = text.WrittenCount;
        CanonicalRequest.Append(text, SignatureHeader.Algorithm);
        text.Write("\n"u8);
        CanonicalRequest.Append(text, date);
        text.Write("\n"u8);
        CanonicalRequest.Append(text, header.Scope);
        text.Write("\n"u8);
        CanonicalRequest.AppendHash(text, text.WrittenSpan[..canonical]);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Sign(text.WrittenSpan[canonical..], mac);
        Convert.TryToHexStringLower(mac, signature, out _);
        if (text.Capacity > LargestKeptText)
        {
            _text = null;
        }
    }

    // A client makes many calls: a thread remembers who made the last one.
    private static Caller CallerOf(Principal principal, SessionTicket? session, string accessKeyId, WireRequest request)
    {
        var userAgent = request.Header("user-agent") ?? "";
        if (session is null && _last is { Session: null } last && ReferenceEquals(last.Principal, principal) && last.AccessKeyId == accessKeyId
            && last.SourceIp == request.SourceIp && last.SecureTransport == request.SecureTransport && last.UserAgent == userAgent)
        {
            return last;
        }

        return _last = new Caller(principal, session?.SessionName)
        {
            Session = session,
            AccessKeyId = accessKeyId,
            SourceIp = request.SourceIp,
            SecureTransport = request.SecureTransport,
            UserAgent = userAgent,
        };
    }

    private static bool Matches(ReadOnlySpan<byte> expected, ReadOnlySpan<char> given)
    {
        Span<byte> bytes = stackalloc byte[SignatureLength];
        return given.Length == SignatureLength && Ascii.FromUtf16(given, bytes, out var written) == OperationStatus.Done && written == SignatureLength
            && CryptographicOperations.FixedTimeEquals(expected, bytes);
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
        var signed = SignedDate.Parse(date) ?? throw new IncompleteSignatureException("Date must be in ISO-8601 'basic format'.");

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

    private SessionTicket? Session(string accessKeyId, WireRequest request) =>
        request.Header("x-amz-security-token") is { } token ? Sessions.Open(envelope, accessKeyId, token) : null;

    private Principal? Find(string accessKeyId, WireRequest request, SessionTicket? session)
    {
        if (session is not null)
        {
            // A principal that was deleted and made anew is another one.
            return state.Principal(session.PrincipalArn) is { } principal && principal.UniqueId == session.UniqueId ? principal : null;
        }

        if (Development(accessKeyId) is { } known)
        {
            return state.Principal(Arn.Root(known.AccountId));
        }

        // A long-lived key goes without a session token; AWS takes one for a forged session.
        return state.AccessKey(accessKeyId) is { IsActive: true } key && request.Header("x-amz-security-token") is null ? state.Principal(key.PrincipalArn) : null;
    }

    private DevelopmentCredentials? Development(string accessKeyId)
    {
        for (var i = 0; i < development.Count; i++)
        {
            if (development[i].AccessKeyId == accessKeyId)
            {
                return development[i];
            }
        }

        return null;
    }

    private SigningKey? Derive(SignatureHeader header, SessionTicket? session)
    {
        var secret = (session?.SecretAccessKey ?? Development(header.AccessKeyId)?.SecretAccessKey) is { } text ? Encoding.UTF8.GetBytes(text)
            : state.AccessKey(header.AccessKeyId) is { } key ? envelope.OpenCredential(header.AccessKeyId, key.SealedSecret) : null;
        return secret is null ? null : _keys.Add(header, secret);
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(SignedDate.Form, CultureInfo.InvariantCulture);
}
