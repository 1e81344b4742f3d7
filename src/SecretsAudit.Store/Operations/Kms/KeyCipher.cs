using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Encrypts and decrypts for callers, with symmetric keys and with RSA keys.</summary>
internal static class KeyCipher
{
    /// <exception cref="InvalidKeyUsageException">The key does not know the algorithm.</exception>
    public static byte[] Encrypt(Call call, KmsKey key, string algorithm, byte[] plaintext, IReadOnlyDictionary<string, string>? context)
    {
        RequireAlgorithm(key, algorithm, KeySpec.Of(key).EncryptionAlgorithms);
        return key.IsSymmetric ? CiphertextBlob.Seal(call, key, plaintext, context) : AsymmetricKeys.Encrypt(call, key, algorithm, plaintext);
    }

    /// <summary>The key that a ciphertext needs, checked for the use, with the plaintext.</summary>
    /// <exception cref="IncorrectKeyException">The caller named another key than the one that encrypted it.</exception>
    public static (KmsKey Key, byte[] Plaintext) Decrypt(
        Call call, string? keyId, string algorithm, byte[] ciphertext, IReadOnlyDictionary<string, string>? context, KeyUse use)
    {
        if (algorithm != KmsKey.Symmetric)
        {
            var named = call.RequireKeyFor(keyId ?? throw new ValidationException("KeyId is required for asymmetric KMS keys."), use);
            RequireAlgorithm(named, algorithm, KeySpec.Of(named).EncryptionAlgorithms);
            return (named, AsymmetricKeys.Decrypt(call, named, algorithm, ciphertext));
        }

        var wanted = keyId is null ? null : call.RequireKey(keyId, use);
        var id = CiphertextBlob.KeyOf(call, ciphertext);
        var key = id.Find(call.State);
        if (wanted is not null && (key is null || wanted.Id != key.Id))
        {
            throw new IncorrectKeyException();
        }

        if (key is null)
        {
            // As AWS answers for a key of another account or region: it does not tell whether the key exists.
            throw new AccessDeniedException(
                "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.");
        }

        if (wanted is null)
        {
            call.AuthorizeKey(key, use);
            call.Touch(KeyAccess.ResourceType, key.Arn);
        }

        key.RequireUse(use);
        return (key, CiphertextBlob.Open(call, key, ciphertext, context));
    }

    /// <exception cref="InvalidKeyUsageException">The algorithm is not one of the key's.</exception>
    public static void RequireAlgorithm(KmsKey key, string algorithm, IReadOnlyList<string> known)
    {
        if (!known.Contains(algorithm))
        {
            throw new InvalidKeyUsageException($"Algorithm {algorithm} is incompatible with key spec {key.KeySpec}.");
        }
    }
}
