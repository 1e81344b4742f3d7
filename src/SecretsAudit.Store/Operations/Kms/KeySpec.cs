using System.Security.Cryptography;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>What a kind of key can do, and how its material is made.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html"/>
internal sealed record KeySpec(string Name, Func<byte[]> NewMaterial)
{
    public const string Encrypt = "ENCRYPT_DECRYPT";
    public const string Sign = "SIGN_VERIFY";
    public const string Mac = "GENERATE_VERIFY_MAC";
    public const string Agree = "KEY_AGREEMENT";

    private static readonly string[] RsaSigning =
    [
        "RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512", "RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512",
    ];

    private static readonly string[] RsaEncryption = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"];

    private static readonly KeySpec[] All =
    [
        new(KmsKey.Symmetric, () => RandomNumberGenerator.GetBytes(32)) { Usages = [Encrypt], EncryptionAlgorithms = [KmsKey.Symmetric], MaterialLength = 32 },
        Rsa("RSA_2048", 2048),
        Rsa("RSA_3072", 3072),
        Rsa("RSA_4096", 4096),
        Ecc("ECC_NIST_P256", ECCurve.NamedCurves.nistP256, "ECDSA_SHA_256", canAgree: true),
        Ecc("ECC_NIST_P384", ECCurve.NamedCurves.nistP384, "ECDSA_SHA_384", canAgree: true),
        Ecc("ECC_NIST_P521", ECCurve.NamedCurves.nistP521, "ECDSA_SHA_512", canAgree: true),
        Ecc("ECC_SECG_P256K1", ECCurve.CreateFromFriendlyName("secp256k1"), "ECDSA_SHA_256", canAgree: false),
        Hmac("HMAC_224", 28, "HMAC_SHA_224"),
        Hmac("HMAC_256", 32, "HMAC_SHA_256"),
        Hmac("HMAC_384", 48, "HMAC_SHA_384"),
        Hmac("HMAC_512", 64, "HMAC_SHA_512"),
    ];

    public IReadOnlyList<string> Usages { get; private init; } = [];

    public IReadOnlyList<string> EncryptionAlgorithms { get; private init; } = [];

    public IReadOnlyList<string> SigningAlgorithms { get; private init; } = [];

    public IReadOnlyList<string> MacAlgorithms { get; private init; } = [];

    /// <summary>The length of a key that is not asymmetric, in bytes.</summary>
    public int MaterialLength { get; private init; }

    public bool IsRsa => Name.StartsWith("RSA_", StringComparison.Ordinal);

    public bool IsAsymmetric => IsRsa || Name.StartsWith("ECC_", StringComparison.Ordinal);

    public static KeySpec? Find(string name) => Array.Find(All, spec => spec.Name == name);

    public static KeySpec Of(KmsKey key) => Find(key.KeySpec) ?? throw new InvalidOperationException($"The key spec {key.KeySpec} is unknown.");

    private static KeySpec Rsa(string name, int bits) => new(name, () =>
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportPkcs8PrivateKey();
    })
    { Usages = [Encrypt, Sign], EncryptionAlgorithms = RsaEncryption, SigningAlgorithms = RsaSigning };

    private static KeySpec Ecc(string name, ECCurve curve, string algorithm, bool canAgree) => new(name, () =>
    {
        using var ecc = ECDsa.Create(curve);
        return ecc.ExportPkcs8PrivateKey();
    })
    { Usages = canAgree ? [Sign, Agree] : [Sign], SigningAlgorithms = [algorithm] };

    private static KeySpec Hmac(string name, int length, string algorithm) =>
        new(name, () => RandomNumberGenerator.GetBytes(length)) { Usages = [Mac], MacAlgorithms = [algorithm], MaterialLength = length };
}
