using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Wire;

/// <summary>An opaque token that continues a list after its last element; it only fits the list and the filter it was made for.</summary>
internal static class PageToken
{
    private const int FingerprintLength = 8;

    public static string Create(string list, string filter, string last) =>
        Convert.ToBase64String([.. Fingerprint(list, filter), .. Encoding.UTF8.GetBytes(last)]);

    /// <summary>The last element's key, or null when the token is not one of this list's.</summary>
    public static string? Parse(string token, string list, string filter)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length < FingerprintLength
            || !bytes.AsSpan(0, FingerprintLength).SequenceEqual(Fingerprint(list, filter)))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, FingerprintLength, length - FingerprintLength);
    }

    private static byte[] Fingerprint(string list, string filter) => SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\n{filter}"))[..FingerprintLength];
}
