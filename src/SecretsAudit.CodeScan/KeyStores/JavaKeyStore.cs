using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.CodeScan.KeyStores;

/// <summary>Java's own key stores, JKS and JCEKS. A trust store, which has certificates only, holds no secret.</summary>
/// <remarks>The layout is that of <c>sun.security.provider.JavaKeyStore</c> and <c>com.sun.crypto.provider.JceKeyStore</c> in OpenJDK.</remarks>
internal static class JavaKeyStore
{
    private const uint Jks = 0xFEEDFEED;
    private const uint Jceks = 0xCECECECE;
    private const int Digest = 20;
    private const uint MostEntries = 10_000;
    private const uint PrivateKeyEntry = 1;
    private const uint CertificateEntry = 2;

    /// <summary>The store; null when it is none of Java's, or holds no key.</summary>
    public static KeyStore? Read(ReadOnlySpan<byte> content) =>
        content.Length > 12 + Digest && BinaryPrimitives.ReadUInt32BigEndian(content) is Jks or Jceks && HoldsKey(content[..^Digest])
            ? new("java-key-store", "a Java key store holds a private key", IsLocked: true, Opens)
            : null;

    // Magic, version, number of entries; an entry is a tag, an alias, a date and what the tag says.
    private static bool HoldsKey(ReadOnlySpan<byte> content)
    {
        var rest = content[8..];
        if (!Take(ref rest, out var entries) || entries > MostEntries)
            return false;
        for (var entry = 0; entry < entries; entry++)
        {
            if (!Take(ref rest, out var tag))
                return false;
            // Private keys, and secret keys of JCEKS.
            if (tag != CertificateEntry)
                return tag is PrivateKeyEntry or 3;
            if (!SkipText(ref rest) || !Skip(ref rest, sizeof(long)) || !SkipText(ref rest) || !Take(ref rest, out var length) || !Skip(ref rest, length))
                return false;
        }

        return false;
    }

    // The digest that keeps a store from being changed takes the password in, in UTF-16, and a name.
    private static bool Opens(ReadOnlySpan<byte> content, string password)
    {
#pragma warning disable CA5350 // The format's own digest: nothing is protected by it here.
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        digest.AppendData(Encoding.BigEndianUnicode.GetBytes(password));
        digest.AppendData("Mighty Aphrodite"u8);
        digest.AppendData(content[..^Digest]);
        return digest.GetHashAndReset().AsSpan().SequenceEqual(content[^Digest..]);
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, out uint number)
    {
        var isThere = BinaryPrimitives.TryReadUInt32BigEndian(rest, out number);
        return isThere && Skip(ref rest, sizeof(uint));
    }

    private static bool SkipText(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.TryReadUInt16BigEndian(rest, out var length) && Skip(ref rest, sizeof(ushort) + (uint)length);

    private static bool Skip(ref ReadOnlySpan<byte> rest, uint bytes)
    {
        if (bytes > rest.Length)
            return false;
        rest = rest[(int)bytes..];
        return true;
    }
}
