using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Crypto;

/// <summary>Envelope encryption: root key → KMS key material → data key per version → value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"/>
internal sealed class Envelope : IDisposable
{
    private readonly byte[] _materialKey;
    private readonly byte[] _credentialKey;
    private readonly ConcurrentDictionary<string, byte[]> _material = new();

    public Envelope(RootKey root)
    {
        _materialKey = root.Derive("kms-key-material");
        _credentialKey = root.Derive("access-key-secret");
    }

    /// <summary>New key material for a KMS key, wrapped under the root key.</summary>
    public byte[] NewKeyMaterial(string keyArn)
    {
        var material = RandomNumberGenerator.GetBytes(RootKey.Length);
        try
        {
            return SealedBox.Seal(_materialKey, material, Encoding.UTF8.GetBytes(keyArn));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }

    public SealedValue Seal(KmsKey key, EncryptionContext context, ReadOnlySpan<byte> plaintext, bool isBinary)
    {
        var boundTo = context.ToBytes();
        var dataKey = RandomNumberGenerator.GetBytes(RootKey.Length);
        try
        {
            return new SealedValue
            {
                KmsKeyArn = key.Arn,
                WrappedDataKey = SealedBox.Seal(Material(key), dataKey, boundTo),
                Box = SealedBox.Seal(dataKey, plaintext, boundTo),
                IsBinary = isBinary,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>The plaintext; the caller zeroes it.</summary>
    public byte[] Open(KmsKey key, EncryptionContext context, SealedValue value)
    {
        var boundTo = context.ToBytes();
        var dataKey = SealedBox.Open(Material(key), value.WrappedDataKey, boundTo);
        try
        {
            return SealedBox.Open(dataKey, value.Box, boundTo);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public byte[] SealCredential(string accessKeyId, string secret) =>
        SealedBox.Seal(_credentialKey, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(accessKeyId));

    public byte[] OpenCredential(string accessKeyId, byte[] box) =>
        SealedBox.Open(_credentialKey, box, Encoding.UTF8.GetBytes(accessKeyId));

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_materialKey);
        CryptographicOperations.ZeroMemory(_credentialKey);
        foreach (var material in _material.Values)
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }

    private byte[] Material(KmsKey key) =>
        _material.TryGetValue(key.Arn, out var known)
            ? known
            : _material.GetOrAdd(key.Arn, SealedBox.Open(_materialKey, key.WrappedMaterial, Encoding.UTF8.GetBytes(key.Arn)));
}
