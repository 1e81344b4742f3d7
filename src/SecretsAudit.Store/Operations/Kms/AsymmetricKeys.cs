using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>RSA and elliptic curves: encryption, signatures, public keys and key agreement with a key's private material.</summary>
internal static class AsymmetricKeys
{
    public static byte[] Encrypt(Call call, KmsKey key, string algorithm, byte[] plaintext) => WithRsa(call, key, rsa =>
    {
        var padding = Padding(algorithm);
        var limit = rsa.KeySize / 8 - 2 * (algorithm == "RSAES_OAEP_SHA_1" ? 20 : 32) - 2;
        return plaintext.Length <= limit
            ? rsa.Encrypt(plaintext, padding)
            : throw new ValidationException($"Algorithm {algorithm} and key spec {key.KeySpec} cannot encrypt data larger than {limit} bytes.");
    });

    /// <exception cref="InvalidCiphertextException">It was not encrypted under this key.</exception>
    public static byte[] Decrypt(Call call, KmsKey key, string algorithm, byte[] ciphertext) => WithRsa(call, key, rsa =>
    {
        try
        {
            return rsa.Decrypt(ciphertext, Padding(algorithm));
        }
        catch (CryptographicException)
        {
            throw new InvalidCiphertextException();
        }
    });

    public static byte[] Sign(Call call, KmsKey key, string algorithm, byte[] digest) => KeySpec.Of(key).IsRsa
        ? WithRsa(call, key, rsa => rsa.SignHash(digest, Hash(algorithm), SignaturePadding(algorithm)))
        : WithEcc(call, key, ecc => ecc.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence));

    public static bool Verify(Call call, KmsKey key, string algorithm, byte[] digest, byte[] signature) => KeySpec.Of(key).IsRsa
        ? WithRsa(call, key, rsa => rsa.VerifyHash(digest, signature, Hash(algorithm), SignaturePadding(algorithm)))
        : WithEcc(call, key, ecc => ecc.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>The public key as SubjectPublicKeyInfo in DER.</summary>
    public static byte[] PublicKey(Call call, KmsKey key) => KeySpec.Of(key).IsRsa
        ? WithRsa(call, key, rsa => rsa.ExportSubjectPublicKeyInfo())
        : WithEcc(call, key, ecc => ecc.ExportSubjectPublicKeyInfo());

    /// <summary>The public key that belongs to a private one in PKCS #8.</summary>
    public static byte[] PublicKeyOf(KeySpec spec, byte[] privateKey)
    {
        using AsymmetricAlgorithm pair = spec.IsRsa ? RSA.Create() : ECDsa.Create();
        pair.ImportPkcs8PrivateKey(privateKey, out _);
        return pair.ExportSubjectPublicKeyInfo();
    }

    /// <exception cref="ValidationException">The other side's public key is not one on the same curve.</exception>
    public static byte[] Agree(Call call, KmsKey key, byte[] otherPublicKey)
    {
        var material = call.Envelope.OpenMaterial(key);
        try
        {
            using var own = ECDiffieHellman.Create();
            using var other = ECDiffieHellman.Create();
            own.ImportPkcs8PrivateKey(material, out _);
            other.ImportSubjectPublicKeyInfo(otherPublicKey, out _);
            using var publicKey = other.PublicKey;
            return own.DeriveRawSecretAgreement(publicKey);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            // AWS says no more about a public key that does not fit.
            throw new ValidationException("");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }

    /// <summary>What is signed: the digest that the caller gave, or that of the message.</summary>
    /// <exception cref="ValidationException">A digest has the wrong length, or a raw message is too long.</exception>
    public static byte[] Digest(string algorithm, string? messageType, byte[] message)
    {
        var hash = Hash(algorithm);
        if (messageType == "DIGEST")
        {
            var length = hash == HashAlgorithmName.SHA256 ? 32 : hash == HashAlgorithmName.SHA384 ? 48 : 64;
            return message.Length == length ? message : throw new ValidationException($"Digest is invalid length for algorithm {algorithm}.");
        }

        return CryptographicOperations.HashData(hash, message);
    }

    private static RSAEncryptionPadding Padding(string algorithm) =>
        algorithm == "RSAES_OAEP_SHA_1" ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;

    private static RSASignaturePadding SignaturePadding(string algorithm) =>
        algorithm.Contains("PSS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    private static HashAlgorithmName Hash(string algorithm) =>
        algorithm.EndsWith("256", StringComparison.Ordinal) ? HashAlgorithmName.SHA256
        : algorithm.EndsWith("384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
        : HashAlgorithmName.SHA512;

    private static T WithRsa<T>(Call call, KmsKey key, Func<RSA, T> use) => With(call, key, RSA.Create(), use);

    private static T WithEcc<T>(Call call, KmsKey key, Func<ECDsa, T> use) => With(call, key, ECDsa.Create(), use);

    private static T With<TAlgorithm, T>(Call call, KmsKey key, TAlgorithm algorithm, Func<TAlgorithm, T> use)
        where TAlgorithm : AsymmetricAlgorithm
    {
        using var owned = algorithm;
        var material = call.Envelope.OpenMaterial(key);
        try
        {
            algorithm.ImportPkcs8PrivateKey(material, out _);
            return use(algorithm);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }
}
