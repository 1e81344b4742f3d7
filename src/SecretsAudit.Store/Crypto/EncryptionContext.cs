using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Crypto;

/// <summary>What Secrets Manager binds a data key to: the secret's ARN and the version's id.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-encryption-context"/>
internal readonly record struct EncryptionContext(string SecretArn, VersionId VersionId)
{
    /// <summary>The context as text in UTF-8; made without the text, since every read and write needs it.</summary>
    public byte[] ToBytes()
    {
        var arn = "SecretARN="u8;
        var version = "\nSecretVersionId="u8;
        var bytes = new byte[arn.Length + Encoding.UTF8.GetByteCount(SecretArn) + version.Length + VersionId.Utf8Length];
        arn.CopyTo(bytes);
        var at = arn.Length + Encoding.UTF8.GetBytes(SecretArn, bytes.AsSpan(arn.Length));
        version.CopyTo(bytes.AsSpan(at));
        VersionId.WriteTo(bytes.AsSpan(at + version.Length));
        return bytes;
    }
}
