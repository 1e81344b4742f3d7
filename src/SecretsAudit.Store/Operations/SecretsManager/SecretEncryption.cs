using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Values in and out of encryption, under the key that the secret names and with the caller's rights on that key.</summary>
internal static class SecretEncryption
{
    extension(Call call)
    {
        /// <summary>A new version of a secret, sealed.</summary>
        /// <exception cref="AccessDeniedException">The caller may not encrypt with the key.</exception>
        /// <exception cref="EncryptionFailure">The key is missing or not usable.</exception>
        public SecretVersion SealVersion(Secret secret, string versionId, SecretValue value)
        {
            var plaintext = value.ToBytes();
            try
            {
                var key = call.EncryptionKey(secret);
                call.RefuseForeignDefaultKey(key);
                call.AuthorizeKey(key, nameof(GenerateDataKey), secret, versionId);
                var id = new VersionId(versionId);
                return new()
                {
                    Key = id,
                    Stages = [],
                    Created = call.Now,
                    Value = call.Envelope.Seal(key, new(secret.Arn, id), plaintext, value.Binary is not null),
                };
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plaintext);
            }
        }

        /// <summary>The same value, sealed for a secret's replica.</summary>
        /// <exception cref="DecryptionFailure">No key of the version can be used.</exception>
        public SecretVersion ResealVersion(Secret from, SecretVersion version, Secret to, KmsKey toKey)
        {
            var (key, wrapped) = call.AnyKey(version);
            var plaintext = call.Open(from, version, key, wrapped);
            try
            {
                return version with { Value = call.Envelope.Seal(toKey, new(to.Arn, version.Key), plaintext, version.Value.IsBinary) };
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plaintext);
            }
        }

        /// <summary>
        /// A version under the key that its secret was just given and under those that it had; as it was when the caller may not decrypt it or may
        /// not encrypt with the new key.
        /// </summary>
        /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_update-encryption-key.html"/>
        public SecretVersion RewrapVersion(Secret secret, SecretVersion version, KmsKey toKey)
        {
            if (!call.MayUse(toKey, nameof(Encrypt), secret, version.Id) || call.FindDecryptionKey(secret, version, out var found) is not null)
            {
                return version;
            }

            try
            {
                return version with { Value = call.Envelope.Rewrap(version.Value, new(secret.Arn, version.Key), found.Wrapped, found.Key, toKey) };
            }
            catch (CryptographicException)
            {
                throw new DecryptionFailure();
            }
        }

        /// <summary>A version's plaintext, on behalf of the caller; zero it after use.</summary>
        /// <exception cref="AccessDeniedException">The caller may not decrypt with the key.</exception>
        /// <exception cref="DecryptionFailure">The key is disabled, pending deletion or gone.</exception>
        public byte[] OpenForCaller(Secret secret, SecretVersion version)
        {
            var (key, wrapped) = call.DecryptionKey(secret, version);
            return call.Open(secret, version, key, wrapped);
        }

        /// <summary>Whether a version holds this value: it is decrypted on behalf of the caller, and compared.</summary>
        /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-using-cmk"/>
        public bool Holds(Secret secret, SecretVersion version, SecretValue value)
        {
            var held = call.OpenForCaller(secret, version);
            var given = value.ToBytes();
            try
            {
                return version.Value.IsBinary == value.Binary is not null && CryptographicOperations.FixedTimeEquals(held, given);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(held);
                CryptographicOperations.ZeroMemory(given);
            }
        }

        private byte[] Open(Secret secret, SecretVersion version, KmsKey key, byte[] wrapped)
        {
            try
            {
                return call.Envelope.Open(key, new(secret.Arn, version.Key), wrapped, version.Value.Box);
            }
            catch (CryptographicException)
            {
                throw new DecryptionFailure();
            }
        }
    }
}

/// <summary>A value as a caller gave it: text or bytes, exactly one.</summary>
internal readonly record struct SecretValue(string? Text, byte[]? Binary)
{
    public bool IsPresent => Text is not null || Binary is not null;

    public byte[] ToBytes() => Binary is { } bytes ? [.. bytes] : Encoding.UTF8.GetBytes(Text ?? "");

    /// <summary>Never the value.</summary>
    public override string ToString() => Text is not null ? "text" : Binary is not null ? "binary" : "absent";
}
