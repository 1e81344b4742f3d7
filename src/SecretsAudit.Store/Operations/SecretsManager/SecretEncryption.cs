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
        /// <exception cref="EncryptionFailure">The key is missing or not usable.</exception>
        public SecretVersion SealVersion(Secret secret, string versionId, SecretValue value)
        {
            var plaintext = value.ToBytes();
            try
            {
                var key = call.EncryptionKey(secret);
                call.RefuseForeignDefaultKey(key);
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

        /// <summary>The same value, sealed for another secret (a replica) or another key.</summary>
        public SecretVersion ResealVersion(Secret from, SecretVersion version, Secret to, KmsKey toKey)
        {
            var plaintext = call.Open(from, version);
            try
            {
                return version with { Value = call.Envelope.Seal(toKey, new(to.Arn, version.Key), plaintext, version.Value.IsBinary) };
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plaintext);
            }
        }

        /// <summary>A version's plaintext, on behalf of the caller; zero it after use.</summary>
        /// <exception cref="AccessDeniedException">The caller may not decrypt with the key.</exception>
        /// <exception cref="DecryptionFailure">The key is disabled, pending deletion or gone.</exception>
        public byte[] OpenForCaller(Secret secret, SecretVersion version)
        {
            var key = call.DecryptionKey(version);
            call.RefuseForeignDefaultKey(key);
            call.AuthorizeKey(key, "kms:Decrypt", secret);
            return call.Open(secret, version, key);
        }

        /// <summary>Whether a version holds this value.</summary>
        public bool Holds(Secret secret, SecretVersion version, SecretValue value)
        {
            var given = value.ToBytes();
            var held = call.Open(secret, version);
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

        /// <summary>The key a secret's next version is sealed with.</summary>
        public KmsKey EncryptionKey(Secret secret)
        {
            if (secret.KmsKeyId is not { } named || named == KeyId.SecretsManagerAlias)
            {
                return call.DefaultKey(secret.Account, secret.Region);
            }

            var key = KeyId.Parse(named, secret.Account, secret.Region)?.Find(call.State);
            if (key is not { IsUsable: true })
            {
                throw new EncryptionFailure();
            }

            call.AuthorizeKey(key, "kms:GenerateDataKey", secret);
            return key;
        }

        /// <summary>Whether the key that AWS manages for the account seals a version.</summary>
        public bool IsDefaultKey(SecretVersion version) => call.State.KeyByArn(version.Value.KmsKeyArn) is { IsAwsManaged: true };

        private void RefuseForeignDefaultKey(KmsKey key)
        {
            if (key.IsAwsManaged && key.Account != call.Account)
            {
                throw InvalidRequestException.ForeignDefaultKey();
            }
        }

        private byte[] Open(Secret secret, SecretVersion version) => call.Open(secret, version, call.DecryptionKey(version));

        private byte[] Open(Secret secret, SecretVersion version, KmsKey key)
        {
            try
            {
                return call.Envelope.Open(key, new(secret.Arn, version.Key), version.Value);
            }
            catch (CryptographicException)
            {
                throw new DecryptionFailure();
            }
        }

        private KmsKey DecryptionKey(SecretVersion version) =>
            call.State.KeyByArn(version.Value.KmsKeyArn) is { IsUsable: true } key ? key : throw new DecryptionFailure();

        private void AuthorizeKey(KmsKey key, string action, Secret secret)
        {
            // The key that AWS manages lets everyone in the account through Secrets Manager and nobody else.
            var allowed = key.IsAwsManaged
                ? call.Account == key.Account
                : call.Decide(action, key.Arn, key.Account, key.Policy, [new("kms:ViaService", $"secretsmanager.{key.Region}.amazonaws.com"), new("kms:EncryptionContext:SecretARN", secret.Arn)]).Allowed;
            if (!allowed)
            {
                throw new AccessDeniedException("Access to KMS is not allowed");
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
