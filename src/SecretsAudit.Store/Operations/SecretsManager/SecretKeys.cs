using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>The KMS keys of secrets: which one seals a value, which opens it, and whether the caller may use it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz"/>
internal static class SecretKeys
{
    // What stands for a version's id when a key is only tried.
    private const string Validation = "RequestToValidateKeyAccess";

    extension(Call call)
    {
        /// <summary>The key a secret's next version is sealed with.</summary>
        /// <exception cref="EncryptionFailure">It is missing, or cannot be used.</exception>
        public KmsKey EncryptionKey(Secret secret)
        {
            if (secret.KmsKeyId is not { } named || named == KeyId.SecretsManagerAlias)
            {
                return call.DefaultKey(secret.Account, secret.Region);
            }

            return KeyId.Parse(named, secret.Account, secret.Region)?.Find(call.State) is { IsUsable: true } key ? key : throw new EncryptionFailure();
        }

        /// <summary>Tries the key that a secret was just given, as AWS does: the caller must be able to encrypt and to decrypt with it.</summary>
        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        /// <exception cref="EncryptionFailure">The key is missing, or cannot be used.</exception>
        public KmsKey ValidateKey(Secret secret)
        {
            var key = call.EncryptionKey(secret);
            call.AuthorizeKey(key, nameof(GenerateDataKey), secret, Validation);
            call.AuthorizeKey(key, nameof(Decrypt), secret, Validation);
            return key;
        }

        /// <summary>The KMS key by which the caller can open a version, and the data key under it: the secret's own, or one that it had before.</summary>
        /// <exception cref="AccessDeniedException">The caller may not decrypt with any.</exception>
        /// <exception cref="DecryptionFailure">The key is disabled, pending deletion or gone.</exception>
        public (KmsKey Key, byte[] Wrapped) DecryptionKey(Secret secret, SecretVersion version) =>
            call.FindDecryptionKey(secret, version, out var found) is { } obstacle ? throw obstacle : found;

        /// <summary>The same; answers what is in the way of the version's first key when there is none.</summary>
        public AwsException? FindDecryptionKey(Secret secret, SecretVersion version, out (KmsKey Key, byte[] Wrapped) found)
        {
            var obstacle = call.Obstacle(secret, version, version.Value.KmsKeyArn, out var key);
            found = (key!, version.Value.WrappedDataKey);
            for (var i = 0; obstacle is not null && i < version.Value.Earlier.Length; i++)
            {
                var (arn, wrapped) = version.Value.Earlier[i];
                if (call.Obstacle(secret, version, arn, out key) is null)
                {
                    found = (key!, wrapped);
                    return null;
                }
            }

            return obstacle;
        }

        /// <summary>A KMS key that opens a version for the store itself, and the data key under it.</summary>
        /// <exception cref="DecryptionFailure">No key of the version can be used.</exception>
        public (KmsKey Key, byte[] Wrapped) AnyKey(SecretVersion version)
        {
            foreach (var (arn, wrapped) in version.Value.Keys)
            {
                if (call.State.KeyByArn(arn) is { IsUsable: true } key)
                {
                    return (key, wrapped);
                }
            }

            throw new DecryptionFailure();
        }

        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        public void AuthorizeKey(KmsKey key, string operation, Secret secret, string versionId)
        {
            if (!call.MayUse(key, operation, secret, versionId))
            {
                throw NotAllowed();
            }
        }

        /// <summary>Whether the caller may use a key for a version of a secret.</summary>
        public bool MayUse(KmsKey key, string operation, Secret secret, string versionId) =>
            // The key that AWS manages lets everyone in the account through Secrets Manager and nobody else.
            key.IsAwsManaged ? call.Account == key.Account : call.DecideKey(key, new()
            {
                Operation = operation,
                Permission = "kms:" + operation,
                Context = new Dictionary<string, string> { ["SecretARN"] = secret.Arn, ["SecretVersionId"] = versionId },
            }).Allowed;

        /// <exception cref="InvalidRequestException">It is another account's key that AWS manages.</exception>
        public void RefuseForeignDefaultKey(KmsKey key)
        {
            if (key.IsAwsManaged && key.Account != call.Account)
            {
                throw InvalidRequestException.ForeignDefaultKey();
            }
        }

        /// <summary>What ListSecretVersionIds calls the keys of a value, the secret's first.</summary>
        public IReadOnlyList<string> NamesOfKeys(SealedValue value) =>
            [.. value.Keys.Select(key => call.State.KeyByArn(key.KmsKeyArn) is { IsAwsManaged: true } ? "DefaultEncryptionKey" : key.KmsKeyArn)];

        // Why the caller cannot open a version with a key; null when nothing is in the way.
        private AwsException? Obstacle(Secret secret, SecretVersion version, string keyArn, out KmsKey? key)
        {
            key = call.State.KeyByArn(keyArn);
            return key is not { IsUsable: true } ? new DecryptionFailure()
                : key.IsAwsManaged && key.Account != call.Account ? InvalidRequestException.ForeignDefaultKey()
                : key.IsAwsManaged || call.MayUse(key, nameof(Decrypt), secret, version.Id) ? null : NotAllowed();
        }
    }

    private static AccessDeniedException NotAllowed() => new("Access to KMS is not allowed");
}
