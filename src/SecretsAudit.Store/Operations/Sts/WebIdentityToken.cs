using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>A token of an OpenID Connect provider: a signed JWT, read with bounds, and worth nothing before its signature is verified.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7519"/>
internal sealed record WebIdentityToken
{
    private WebIdentityToken(string signed, byte[] signature, string algorithm, string? keyId) =>
        (_signed, _signature, _algorithm, _keyId) = (signed, signature, algorithm, keyId);

    private readonly string _signed;
    private readonly byte[] _signature;
    private readonly string _algorithm;
    private readonly string? _keyId;

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<string> Audience { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>What the session is to be tagged with.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp"/>
    public IReadOnlyList<WireTag> Tags { get; private init; } = [];

    public IReadOnlyList<string> TransitiveTagKeys { get; private init; } = [];

    /// <summary>Who stands behind the session; null when the issuer does not say.</summary>
    public string? SourceIdentity { get; private init; }

    /// <summary>Null when the text is no such token.</summary>
    public static WebIdentityToken? Read(string text)
    {
        try
        {
            if (text.Split('.') is not [var head, var body, var signature])
            {
                return null;
            }

            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(head), new() { MaxDepth = 8 });
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(body), new() { MaxDepth = 16 });
            return Text(header, "alg") is { } algorithm && Text(claims, "iss") is { Length: > 0 } issuer && Text(claims, "sub") is { Length: > 0 } subject
                && claims.RootElement.TryGetProperty("exp", out var expires) && expires.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
                ? new(head + "." + body, Base64Url.DecodeFromChars(signature), algorithm, Text(header, "kid"))
                {
                    Issuer = issuer,
                    Subject = subject,
                    Audience = Texts(claims, "aud") is { Count: > 0 } audience ? audience : Texts(claims, "azp"),
                    Expires = DateTimeOffset.FromUnixTimeSeconds(seconds),
                    Tags = TagsOf(claims),
                    TransitiveTagKeys = TagClaim(claims, "transitive_tag_keys") is { } transitive ? Texts(transitive) : [],
                    SourceIdentity = Text(claims, "https://aws.amazon.com/source_identity"),
                }
                : null;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether one of an issuer's keys, a JSON Web Key Set, made the signature.</summary>
    /// <exception cref="JsonException">The set is none.</exception>
    public bool IsSignedBy(string keySet)
    {
        using var document = JsonDocument.Parse(keySet, new() { MaxDepth = 8 });
        return document.RootElement.GetProperty("keys").EnumerateArray().Any(key => (_keyId is null || Text(key, "kid") is not { } id || id == _keyId) && IsSignedBy(key));
    }

    private bool IsSignedBy(JsonElement key)
    {
        var signed = Encoding.ASCII.GetBytes(_signed);
        HashAlgorithmName? hash = _algorithm switch
        {
            "RS256" or "ES256" => HashAlgorithmName.SHA256,
            "RS384" or "ES384" => HashAlgorithmName.SHA384,
            "RS512" or "ES512" => HashAlgorithmName.SHA512,
            _ => null,
        };

        // The key says what it is for: a token cannot choose another kind of signature than its key's.
        switch (Text(key, "kty"))
        {
            case "RSA" when hash is { } name && _algorithm[0] == 'R' && Bytes(key, "n") is { Length: >= 256 } modulus && Bytes(key, "e") is { } exponent:
                using (var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent }))
                {
                    return rsa.VerifyData(signed, _signature, name, RSASignaturePadding.Pkcs1);
                }

            case "EC" when hash is { } name && Curve(Text(key, "crv")) is { } curve && Bytes(key, "x") is { } x && Bytes(key, "y") is { } y:
                using (var ecdsa = ECDsa.Create(new ECParameters { Curve = curve, Q = new() { X = x, Y = y } }))
                {
                    return _algorithm == $"ES{(ecdsa.KeySize == 521 ? 512 : ecdsa.KeySize)}" && ecdsa.VerifyData(signed, _signature, name);
                }

            default:
                return false;
        }
    }

    private static ECCurve? Curve(string? name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => null,
    };

    private static byte[]? Bytes(JsonElement key, string member) => Text(key, member) is { } text ? Base64Url.DecodeFromChars(text) : null;

    private static string? Text(JsonDocument document, string member) => Text(document.RootElement, member);

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A tag's value is a list of one.
    private static IReadOnlyList<WireTag> TagsOf(JsonDocument claims) => TagClaim(claims, "principal_tags") is { ValueKind: JsonValueKind.Object } tags
        ? [.. tags.EnumerateObject().Select(tag => new WireTag { Key = tag.Name, Value = Texts(tag.Value) is [var value, ..] ? value : "" })] : [];

    private static JsonElement? TagClaim(JsonDocument claims, string member) =>
        claims.RootElement.TryGetProperty("https://aws.amazon.com/tags", out var tags) && tags.ValueKind == JsonValueKind.Object && tags.TryGetProperty(member, out var value)
            ? value : null;

    private static IReadOnlyList<string> Texts(JsonDocument document, string member) => document.RootElement.TryGetProperty(member, out var value) ? Texts(value) : [];

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];
}
