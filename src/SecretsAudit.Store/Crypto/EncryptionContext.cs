using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Crypto;

/// <summary>What Secrets Manager binds a data key to: the secret's ARN and the version's id.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-encryption-context"/>
internal readonly record struct EncryptionContext(string SecretArn, VersionId VersionId)
{
    private static ReadOnlySpan<byte> Arn => "SecretARN="u8;

    private static ReadOnlySpan<byte> Version => "\nSecretVersionId="u8;

    /// <summary>How many bytes <see cref="WriteTo"/> writes.</summary>
    public int Length => Arn.Length + Encoding.UTF8.GetByteCount(SecretArn) + Version.Length + VersionId.Utf8Length;

    /// <summary>Writes the context as text in UTF-8; without making the text, since every read and write needs it.</summary>
    public void WriteTo(Span<byte> bytes)
    {
        Arn.CopyTo(bytes);
        var at = Arn.Length + Encoding.UTF8.GetBytes(SecretArn, bytes[Arn.Length..]);
        Version.CopyTo(bytes[at..]);
        VersionId.WriteTo(bytes[(at + Version.Length)..]);
    }
}
