using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecretsAudit.CodeScan.KeyStores;

/// <summary>PKCS#12: <c>.pfx</c> and <c>.p12</c>, and what keytool makes since Java 9, whatever its name.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7292"/>
internal static class Pkcs12Store
{
    private const string What = "a key store in PKCS#12 holds a private key";

    // As many as keytool asks for, which asks for most; a store that wants more is not tried.
    private const int MostIterations = 10_000;

    private static readonly Pkcs12LoaderLimits Limits = new()
    {
        MacIterationLimit = MostIterations,
        IndividualKdfIterationLimit = MostIterations,
        TotalKdfIterationLimit = MostIterations * 4,
        MaxCertificates = 100,
        MaxKeys = 20,
    };

    private static ReadOnlySpan<byte> Version3 => [0x02, 0x01, 0x03];

    // pkcs7-data and pkcs7-signedData, 1.2.840.113549.1.7.x
    private static ReadOnlySpan<byte> Pkcs7 => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];

    // keyBag and pkcs8ShroudedKeyBag, 1.2.840.113549.1.12.10.1.x; certificates alone are no secret.
    private static ReadOnlySpan<byte> KeyBag => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x01];

    private static ReadOnlySpan<byte> ShroudedKeyBag => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x02];

    /// <summary>The store; null when it is no PKCS#12, or holds no private key.</summary>
    public static KeyStore? Read(ReadOnlySpan<byte> content)
    {
        // SEQUENCE { INTEGER 3, SEQUENCE { OBJECT IDENTIFIER pkcs7, … } }, with lengths of one to five bytes.
        if (content.Length < 60 || content[0] != 0x30 || content[..10].IndexOf(Version3) is not (>= 2 and <= 6) || content[..24].IndexOf(Pkcs7) < 0)
            return null;
        return content.IndexOf(KeyBag) >= 0 ? new("pkcs12-key-store", What, IsLocked: false)
            : content.IndexOf(ShroudedKeyBag) >= 0 ? new("pkcs12-key-store", What, IsLocked: true, Opens)
            : null;
    }

    private static bool Opens(ReadOnlySpan<byte> content, string password)
    {
        // Nothing of it is to be written to the disk; where the system wants that, the store counts as locked.
        if (OperatingSystem.IsMacOS())
            return false;
        try
        {
            foreach (var certificate in X509CertificateLoader.LoadPkcs12Collection(content, password, X509KeyStorageFlags.EphemeralKeySet, Limits))
                certificate.Dispose();
            return true;
        }
        catch (CryptographicException)
        {
            // A wrong password, more iterations than are tried, or a store that is damaged: it does not open.
            return false;
        }
    }
}
