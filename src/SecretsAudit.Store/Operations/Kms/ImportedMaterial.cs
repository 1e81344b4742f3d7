using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Key material that the customer brings.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html"/>
internal static class ImportedMaterial
{
    public const string Origin = "EXTERNAL";
    public const string Expires = "KEY_MATERIAL_EXPIRES";
    public const string NeverExpires = "KEY_MATERIAL_DOES_NOT_EXPIRE";

    /// <exception cref="UnsupportedKmsOperationException">The key's material comes from elsewhere.</exception>
    public static void RequireOrigin(this KmsKey key, string origin)
    {
        if (key.Origin != origin)
        {
            throw new UnsupportedKmsOperationException($"{key.Arn} origin is {key.Origin} which is not valid for this operation.");
        }
    }

    /// <summary>The key that waits for its material to be imported again; its id is kept, for only the same material may come back.</summary>
    public static KmsKey WithoutImportedMaterial(this KmsKey key) => key with { WrappedMaterial = [], MaterialValidTo = null };

    /// <summary>The key after a rotation to the material that was imported for it.</summary>
    /// <exception cref="KmsInvalidStateException">None was imported.</exception>
    public static KmsKey WithPendingMaterial(this KmsKey key, DateTimeOffset at)
    {
        var pending = key.Pending ?? throw new KmsInvalidStateException($"No available key material pending rotation for the key: {key.Arn}.");
        return key.WithNewMaterial(pending.Wrapped, at, onDemand: true) with { ImportedId = pending.ImportedId, MaterialValidTo = pending.ValidTo, Pending = null };
    }

    /// <summary>The wrapped material with the private key of the import.</summary>
    /// <exception cref="InvalidCiphertextException">It was not wrapped for this import.</exception>
    public static byte[] Unwrap(ReadOnlySpan<byte> privateKey, string algorithm, byte[] encrypted)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        var padding = algorithm.EndsWith("SHA_1", StringComparison.Ordinal) ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;
        var length = rsa.KeySize / 8;
        try
        {
            if (!algorithm.StartsWith("RSA_AES_KEY_WRAP", StringComparison.Ordinal))
            {
                return rsa.Decrypt(encrypted, padding);
            }

            if (encrypted.Length <= length)
            {
                throw new InvalidCiphertextException();
            }

            var ephemeral = rsa.Decrypt(encrypted.AsSpan(0, length), padding);
            using var aes = Aes.Create();
            aes.Key = ephemeral;
            CryptographicOperations.ZeroMemory(ephemeral);
            return aes.DecryptKeyWrapPadded(encrypted.AsSpan(length));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new InvalidCiphertextException();
        }
    }

    /// <exception cref="IncorrectKeyMaterialException">The material does not fit the key's spec.</exception>
    public static void RequireFit(KmsKey key, byte[] material)
    {
        var spec = KeySpec.Of(key);
        if (!(spec.IsAsymmetric ? IsPrivateKeyOf(spec, material) : material.Length == spec.MaterialLength))
        {
            throw new IncorrectKeyMaterialException($"The key material in the request is not valid for key spec {key.KeySpec}.");
        }
    }

    private static bool IsPrivateKeyOf(KeySpec spec, byte[] material)
    {
        try
        {
            // The public halves tell: of an RSA key by its size, of an elliptic curve by the curve in its header.
            var given = AsymmetricKeys.PublicKeyOf(spec, material);
            var own = spec.NewMaterial();
            var expected = AsymmetricKeys.PublicKeyOf(spec, own);
            CryptographicOperations.ZeroMemory(own);
            return given.Length == expected.Length && given.AsSpan(0, 24).SequenceEqual(expected.AsSpan(0, 24));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
