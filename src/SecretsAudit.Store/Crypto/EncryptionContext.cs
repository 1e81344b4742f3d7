using System.Text;

namespace SecretsAudit.Store.Crypto;

/// <summary>What Secrets Manager binds a data key to: the secret's ARN and the version's id.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-encryption-context"/>
internal readonly record struct EncryptionContext(string SecretArn, string VersionId)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"SecretARN={SecretArn}\nSecretVersionId={VersionId}");
}
