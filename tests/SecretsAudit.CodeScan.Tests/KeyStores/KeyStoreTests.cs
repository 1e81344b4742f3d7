using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests.KeyStores;

/// <summary>A private key in a file that is no text is told by its bytes; what holds only certificates is none.</summary>
public sealed class KeyStoreTests
{
    private static readonly string Chosen = string.Concat("violet", "-Anvil.", "9052");
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("changeit")]
    [InlineData("password")]
    public async Task A_PKCS_12_store_that_everybody_can_open_is_an_open_key(string? password)
    {
        var finding = Assert.Single(await ScanAsync("site.pfx", Pkcs12(password)));

        Assert.Equal(("SAUD2003", Severity.Critical, Confidence.High), (finding.RuleId, finding.Severity, finding.Confidence));
        Assert.Equal("A key store in PKCS#12 holds a private key; it opens without a password, or with one that everybody knows.", finding.Message);
    }

    [Fact]
    public async Task A_PKCS_12_store_under_another_password_is_told_with_low_confidence()
    {
        var finding = Assert.Single(await ScanAsync("site.p12", Pkcs12(Chosen)));

        Assert.Equal((Severity.Medium, Confidence.Low), (finding.Severity, finding.Confidence));
    }

    [Fact]
    public async Task A_PKCS_12_store_of_certificates_alone_holds_no_secret()
    {
        using var certificate = Certificate();
        using var open = X509CertificateLoader.LoadCertificate(certificate.RawData);

        Assert.Empty(await ScanAsync("trust.p12", open.Export(X509ContentType.Pkcs12, "changeit")));
        Assert.Empty(await ScanAsync("site.cer", certificate.RawData));
    }

    [Theory]
    [InlineData(0xFEEDFEED)]
    [InlineData(0xCECECECE)]
    public async Task A_Java_key_store_is_told_by_its_digest(uint magic)
    {
        Assert.Equal(Confidence.High, Assert.Single(await ScanAsync("debug.keystore", Java(magic, "changeit", certificates: 2, keys: 1))).Confidence);
        Assert.Equal(Confidence.Low, Assert.Single(await ScanAsync("release.jks", Java(magic, Chosen, certificates: 0, keys: 1))).Confidence);
        Assert.Empty(await ScanAsync("cacerts", Java(magic, "changeit", certificates: 3, keys: 0)));
    }

    [Fact]
    public async Task A_private_key_in_DER_is_open_unless_it_is_encrypted()
    {
        using var rsa = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        foreach (var key in (byte[][])[rsa.ExportPkcs8PrivateKey(), rsa.ExportRSAPrivateKey(), curve.ExportPkcs8PrivateKey(), curve.ExportECPrivateKey()])
            Assert.Equal(("The file is a private key in DER; nothing protects it.", Confidence.High), Told(Assert.Single(await ScanAsync("key.der", key))));
        Assert.Equal(("The file is a private key in DER; it is under a password.", Confidence.Low), Told(Assert.Single(await ScanAsync("key.der", rsa.ExportEncryptedPkcs8PrivateKey(Chosen, Encryption)))));
    }

    [Fact]
    public async Task A_public_key_in_DER_is_none()
    {
        using var rsa = RSA.Create(1024);

        Assert.Empty(await ScanAsync("key.der", rsa.ExportSubjectPublicKeyInfo()));
        Assert.Empty(await ScanAsync("key.der", rsa.ExportRSAPublicKey()));
    }

    [Fact]
    public async Task A_store_whose_password_takes_long_to_try_counts_as_locked()
    {
        using var certificate = Certificate();

        var store = certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 5_000_000), "changeit");

        Assert.Equal(Confidence.Low, Assert.Single(await ScanAsync("slow.pfx", store)).Confidence);
    }

    [Fact]
    public async Task Of_a_tree_with_many_stores_some_are_not_tried_and_a_gap_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("secretsaudit-stores-");
        try
        {
            var store = Java(0xFEEDFEED, "changeit", certificates: 0, keys: 1);
            for (var number = 0; number < 203; number++)
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{number}.jks"), store);

            var result = await CodeScanner.ScanAsync(new() { Paths = [folder.FullName] }, CancellationToken.None);

            Assert.Equal((200, 3), (result.Findings.Count(finding => finding.Confidence == Confidence.High), result.Findings.Count(finding => finding.Confidence == Confidence.Low)));
            Assert.Contains("more than 200 key stores", Assert.Single(result.Gaps).Reason, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Damaged_stores_and_keys_never_throw()
    {
        using var rsa = RSA.Create(1024);
        byte[][] whole = [Pkcs12("changeit"), Java(0xFEEDFEED, "changeit", 2, 1), Java(0xCECECECE, "changeit", 2, 1), rsa.ExportPkcs8PrivateKey(), rsa.ExportRSAPrivateKey()];

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 4000], Gen.Byte, Gen.Int[0, 4000]).Sample((which, at, value, length) =>
        {
            var content = whole[which].ToArray();
            content[at % content.Length] = value;
            using var input = new MemoryStream(content, 0, Math.Min(length + 1, content.Length));
            return ContentScanner.ScanAsync(input, "store.bin", new() { Paths = ["."] }, CancellationToken.None).GetAwaiter().GetResult().Findings.Count <= 1;
        }, iter: 120);
    }

    private static (string Message, Confidence Confidence) Told(Finding finding) => (finding.Message, finding.Confidence);

    private static async Task<IReadOnlyList<Finding>> ScanAsync(string name, byte[] content)
    {
        using var input = new MemoryStream(content);
        return (await ContentScanner.ScanAsync(input, name, new() { Paths = ["."] }, CancellationToken.None)).Findings;
    }

    private static byte[] Pkcs12(string? password)
    {
        using var certificate = Certificate();
        return certificate.Export(X509ContentType.Pkcs12, password);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    // The layout of OpenJDK's sun.security.provider.JavaKeyStore.
    private static byte[] Java(uint magic, string password, uint certificates, uint keys)
    {
        using var store = new MemoryStream();
        Number(magic);
        Number(2);
        Number(certificates + keys);
        for (var i = 0; i < certificates; i++)
        {
            Entry(2, $"root{i}");
            Certificate();
        }

        for (var i = 0; i < keys; i++)
        {
            Entry(1, $"key{i}");
            Bytes(RandomNumberGenerator.GetBytes(300));
            Number(1);
            Certificate();
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        digest.AppendData(Encoding.BigEndianUnicode.GetBytes(password));
        digest.AppendData("Mighty Aphrodite"u8);
        digest.AppendData(store.ToArray());
        store.Write(digest.GetHashAndReset());
        return store.ToArray();

        void Number(uint number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
            store.Write(bytes);
        }

        void Text(string text)
        {
            store.Write([0, (byte)text.Length]);
            store.Write(Encoding.ASCII.GetBytes(text));
        }

        void Bytes(byte[] bytes)
        {
            Number((uint)bytes.Length);
            store.Write(bytes);
        }

        void Entry(uint tag, string alias)
        {
            Number(tag);
            Text(alias);
            store.Write(new byte[8]);
        }

        void Certificate()
        {
            Text("X.509");
            Bytes(new byte[200]);
        }
    }
}
