using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Data keys for callers who encrypt outside KMS.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/data-keys.html"/>
internal static class DataKeys
{
    private static readonly string[] PairSpecs =
        ["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SM2", "ECC_NIST_EDWARDS25519"];

    extension(Constraints check)
    {
        public Constraints DataKey(string? keyId, int? numberOfBytes, string? keySpec, IReadOnlyList<string?>? tokens) => check
            .Key(keyId).Range(numberOfBytes, "numberOfBytes", 1, 1024).OneOf(keySpec, "keySpec", "AES_256", "AES_128").Tokens(tokens);

        public Constraints DataKeyPair(string? keyId, string? keyPairSpec, IReadOnlyList<string?>? tokens) => check
            .Key(keyId).Required(keyPairSpec, "keyPairSpec").OneOf(keyPairSpec, "keyPairSpec", PairSpecs).Tokens(tokens);
    }

    /// <exception cref="ValidationException">Neither a length nor a spec is given, or both.</exception>
    public static int Length(int? numberOfBytes, string? keySpec) => (numberOfBytes, keySpec) switch
    {
        (null, null) => throw new ValidationException("Please specify either number of bytes or key spec."),
        (not null, not null) => throw new ValidationException("Please specify either number of bytes or key spec."),
        ({ } bytes, null) => bytes,
        (null, "AES_128") => 16,
        _ => 32,
    };

    /// <summary>The symmetric key that is to wrap a data key.</summary>
    public static KmsKey RequireWrapping(Call call, string keyId, IReadOnlyDictionary<string, string>? context, IReadOnlyList<string?>? tokens, bool? dryRun)
    {
        var use = new KeyUse
        {
            Operation = call.Operation.Action,
            Usage = KeySpec.Encrypt,
            Context = context,
            GrantTokens = tokens,
            DryRun = dryRun,
        };
        var key = call.RequireKeyFor(keyId, use);
        return key.IsSymmetric ? key
            : throw new InvalidKeyUsageException($"{key.Arn} key spec is {key.KeySpec} which is not valid for {call.Operation.Action}.");
    }

    /// <summary>New bytes and the same bytes under the key; the caller zeroes the plain ones.</summary>
    public static (byte[] Plain, byte[] Wrapped) New(Call call, KmsKey key, int length, IReadOnlyDictionary<string, string>? context)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        return (plain, CiphertextBlob.Seal(call, key, plain, context));
    }

    /// <summary>A new key pair: the private key plain and wrapped, and the public key.</summary>
    public static (byte[] Private, byte[] Wrapped, byte[] Public) NewPair(Call call, KmsKey key, string pairSpec, IReadOnlyDictionary<string, string>? context)
    {
        var spec = KeySpec.Find(pairSpec) ?? throw new UnsupportedKmsOperationException($"This store makes no key pair of spec {pairSpec}.");
        var plain = spec.NewMaterial();
        return (plain, CiphertextBlob.Seal(call, key, plain, context), AsymmetricKeys.PublicKeyOf(spec, plain));
    }
}
