using System.Formats.Asn1;
using System.Numerics;

namespace SecretsAudit.CodeScan.KeyStores;

/// <summary>A private key in DER, the bytes that PEM encodes: PKCS#8, PKCS#1 of RSA, and SEC 1 of elliptic curves.</summary>
/// <remarks>RFC 5958, RFC 8017 (A.1.2), RFC 5915</remarks>
internal static class DerKey
{
    private const string What = "the file is a private key in DER";

    // The largest keys in use, of RSA with 16,384 bits, take 9,500 bytes.
    private const int MostKey = 16 * 1024;

    /// <summary>The key; null when the content is none.</summary>
    public static KeyStore? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length is < 40 or > MostKey || content[0] != 0x30)
            return null;
        try
        {
            AsnDecoder.ReadSequence(content, AsnEncodingRules.DER, out var offset, out var length, out var consumed);
            if (consumed != content.Length)
                return null;
            var body = content.Slice(offset, length);
            var first = Asn1Tag.Decode(body, out _);
            return first == Asn1Tag.Integer && IsPrivateKey(body) ? new("der-private-key", What, IsLocked: false)
                : first == Asn1Tag.Sequence && IsEncrypted(body) ? new("der-private-key", What, IsLocked: true)
                : null;
        }
        catch (AsnContentException)
        {
            // Bytes of something else.
            return null;
        }
    }

    private static bool IsPrivateKey(ReadOnlySpan<byte> body)
    {
        var version = Integer(ref body);
        var next = Asn1Tag.Decode(body, out _);
        // PKCS#8: its algorithm, then the key.
        if (next == Asn1Tag.Sequence)
            return version <= 1 && Algorithm(ref body) is "1.2.840.113549.1.1.1" or "1.2.840.10045.2.1" or "1.2.840.10040.4.1" or "1.3.101.110" or "1.3.101.111" or "1.3.101.112" or "1.3.101.113"
                && Asn1Tag.Decode(body, out _) == Asn1Tag.PrimitiveOctetString;
        // SEC 1: the key is as long as its curve's order.
        if (next == Asn1Tag.PrimitiveOctetString)
            return version == 1 && AsnDecoder.TryReadPrimitiveOctetString(body, AsnEncodingRules.DER, out var key, out _) && key.Length is >= 20 and <= 66;
        // PKCS#1: modulus, public and private exponent, and two primes that give the modulus.
        if (next != Asn1Tag.Integer || version > 1)
            return false;
        var modulus = Integer(ref body);
        _ = Integer(ref body);
        _ = Integer(ref body);
        return Integer(ref body) * Integer(ref body) == modulus;
    }

    // EncryptedPrivateKeyInfo: an algorithm of PKCS#5 or PKCS#12, and the bytes.
    private static bool IsEncrypted(ReadOnlySpan<byte> body) =>
        Algorithm(ref body) is { } algorithm && (algorithm.StartsWith("1.2.840.113549.1.5.", StringComparison.Ordinal) || algorithm.StartsWith("1.2.840.113549.1.12.1.", StringComparison.Ordinal))
        && Asn1Tag.Decode(body, out _) == Asn1Tag.PrimitiveOctetString;

    private static BigInteger Integer(ref ReadOnlySpan<byte> body)
    {
        var value = AsnDecoder.ReadInteger(body, AsnEncodingRules.DER, out var consumed);
        body = body[consumed..];
        return value;
    }

    private static string Algorithm(ref ReadOnlySpan<byte> body)
    {
        AsnDecoder.ReadSequence(body, AsnEncodingRules.DER, out var offset, out var length, out var consumed);
        var identifier = AsnDecoder.ReadObjectIdentifier(body.Slice(offset, length), AsnEncodingRules.DER, out _);
        body = body[consumed..];
        return identifier;
    }
}
