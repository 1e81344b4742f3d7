namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Tells a certificate alone, which is public, from one that comes with its private key.</summary>
internal static class CertificateText
{
    private const int Shortest = 3;
    private const byte Sequence = 0x30;

    /// <summary>Whether a text, or bytes as one character each, may hold more than a certificate.</summary>
    public static bool MayHoldPrivateKey(string text)
    {
        if (text.Length < Shortest)
            return false;
        if (text.IndexOf("-----BEGIN ", StringComparison.Ordinal) >= 0)
            return text.IndexOf("PRIVATE KEY", StringComparison.Ordinal) >= 0;

        return !IsCertificate(Start(text));
    }

    // RFC 5280, section 4.1: a certificate is a sequence that starts with a sequence; RFC 7292, section 4: a PFX starts with its version.
    private static bool IsCertificate(byte[] der)
    {
        if (der.Length < 8 || der[0] != Sequence)
            return false;

        var lengthBytes = der[1] < 0x80 ? 0 : der[1] & 0x7F;
        return lengthBytes <= 4 && der[2 + lengthBytes] == Sequence;
    }

    private static byte[] Start(string text)
    {
        if (!text.StartsWith("MI", StringComparison.Ordinal))
            return [.. text.Take(8).Select(static unit => unchecked((byte)unit))];

        var start = new string([.. text.Where(static unit => !char.IsWhiteSpace(unit)).Take(16)]);
        if (start.Length < 16 || start.Any(static unit => unit is not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '/')))
            return [];
        return Convert.FromBase64String(start);
    }
}
