using System;
using System.Text;

namespace SecretsAudit.Detection.Structures;

/// <summary>Private keys in PEM that are encoded in base64 once more, as <c>client-key-data</c> of a kubeconfig and variables of a CI hold them.</summary>
/// <remarks>RFC 7468; https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/</remarks>
internal static class EncodedPrivateKeys
{
    // "-----BEGIN " in base64.
    private const string Begin = "LS0tLS1CRUdJTi";

    // The longest first line, "-----BEGIN ENCRYPTED PRIVATE KEY-----", in groups of four.
    private const int FirstLine = 52;
    private const int LeastKey = 120;

    public static TextStructure Structure { get; } = new(Begin, Match);

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if ((at > 0 && IsBase64(text[at - 1])) || text.Length - at < LeastKey || !HoldsPrivateKey(text.Slice(at, FirstLine), out var isEncrypted))
            return null;
        var length = FirstLine;
        while (at + length < text.Length && IsBase64(text[at + length]))
            length++;
        return isEncrypted
            ? new("encrypted-private-key", CredentialKind.PrivateKey, at, length, CredentialConfidence.Low, "a private key under a passphrase, encoded in base64, begins here")
            : new("encoded-private-key", CredentialKind.PrivateKey, at, length, CredentialConfidence.High, "a private key, only encoded in base64, begins here");
    }

    private static bool HoldsPrivateKey(ReadOnlySpan<char> encoded, out bool isEncrypted)
    {
        isEncrypted = false;
        foreach (var c in encoded)
        {
            if (!IsBase64(c))
                return false;
        }

        var line = Encoding.ASCII.GetString(Convert.FromBase64String(encoded.ToString()));
        isEncrypted = line.IndexOf("ENCRYPTED", StringComparison.Ordinal) >= 0;
        return line.IndexOf("PRIVATE KEY", StringComparison.Ordinal) > 0;
    }

    private static bool IsBase64(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/';
}
