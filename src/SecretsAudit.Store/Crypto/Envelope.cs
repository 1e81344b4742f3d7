using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Crypto;

/// <summary>Envelope encryption: root key → KMS key material → data key per version → value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"/>
internal sealed class Envelope : IDisposable
{
    private const int OnStack = 1024;

    private readonly byte[] _materialKey;
    private readonly byte[] _credentialKey;
    private readonly SealingKey _sessionKey;
    private readonly ConcurrentDictionary<byte[], SealingKey> _material = new();
    private readonly DataKeyCiphers _dataKeys = new();

    public Envelope(RootKey root)
    {
        _materialKey = root.Derive("kms-key-material");
        _credentialKey = root.Derive("access-key-secret");
        _sessionKey = new(root.Derive("session-token"));
    }

    /// <summary>New key material for a KMS key, wrapped under the root key.</summary>
    public byte[] NewKeyMaterial(string keyArn)
    {
        var material = RandomNumberGenerator.GetBytes(RootKey.Length);
        try
        {
            return WrapMaterial(keyArn, material);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }

    /// <summary>Key material under the root key.</summary>
    public byte[] WrapMaterial(string keyArn, ReadOnlySpan<byte> material) => SealedBox.Seal(_materialKey, material, Encoding.UTF8.GetBytes(keyArn));

    /// <summary>A name for imported material by which the same is known again: 64 hexadecimal digits, keyed, so that it tells nothing else.</summary>
    public string MaterialId(string keyArn, ReadOnlySpan<byte> material) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_materialKey, (byte[])[.. Encoding.UTF8.GetBytes(keyArn), 0, .. SHA256.HashData(material)]));

    /// <summary>A key's current material; the caller zeroes it.</summary>
    public byte[] OpenMaterial(KmsKey key) => SealedBox.Open(_materialKey, key.WrappedMaterial, Encoding.UTF8.GetBytes(key.Arn));

    /// <summary>Encrypts under a key's current material.</summary>
    public byte[] Encrypt(KmsKey key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> boundTo) => Material(key, key.WrappedMaterial).Seal(plaintext, boundTo);

    /// <summary>Decrypts with whichever of a key's materials fits, newest first: rotation keeps what earlier ones sealed readable.</summary>
    /// <exception cref="CryptographicException">None fits.</exception>
    public byte[] Decrypt(KmsKey key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> boundTo)
    {
        for (var earlier = key.EarlierMaterials.Length; ; earlier--)
        {
            try
            {
                var wrapped = earlier == key.EarlierMaterials.Length ? key.WrappedMaterial : key.EarlierMaterials[earlier].Wrapped;
                return Material(key, wrapped).Open(box, boundTo);
            }
            catch (AuthenticationTagMismatchException) when (earlier > 0)
            {
                // Sealed before the last rotation, or not at all under this key: the next older material tells.
            }
        }
    }

    public SealedValue Seal(KmsKey key, EncryptionContext context, ReadOnlySpan<byte> plaintext, bool isBinary)
    {
        var length = context.Length;
        var boundTo = (length <= OnStack ? stackalloc byte[OnStack] : new byte[length])[..length];
        context.WriteTo(boundTo);
        Span<byte> dataKey = stackalloc byte[RootKey.Length];
        RandomPool.Draw(dataKey);
        try
        {
            return new SealedValue
            {
                KmsKeyArn = key.Arn,
                WrappedDataKey = Encrypt(key, dataKey, boundTo),
                Box = SealedBox.Seal(dataKey, plaintext, boundTo),
                IsBinary = isBinary,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>The plaintext, by one of a value's wrapped data keys; the caller zeroes it.</summary>
    public byte[] Open(KmsKey key, EncryptionContext context, byte[] wrappedDataKey, byte[] box)
    {
        var length = context.Length;
        var boundTo = (length <= OnStack ? stackalloc byte[OnStack] : new byte[length])[..length];
        context.WriteTo(boundTo);
        var cipher = _dataKeys.Take(wrappedDataKey, key.WrappedMaterial) ?? Unwrap(key, wrappedDataKey, boundTo);
        try
        {
            return SealedBox.Open(cipher.Cipher, box, boundTo);
        }
        finally
        {
            _dataKeys.Return(cipher);
        }
    }

    /// <summary>The value with its data key under another KMS key, too; it stays readable by the keys that it had.</summary>
    public SealedValue Rewrap(SealedValue value, EncryptionContext context, byte[] wrapped, KmsKey by, KmsKey to)
    {
        var boundTo = new byte[context.Length];
        context.WriteTo(boundTo);
        var dataKey = Decrypt(by, wrapped, boundTo);
        try
        {
            return value with
            {
                KmsKeyArn = to.Arn,
                WrappedDataKey = Encrypt(to, dataKey, boundTo),
                Earlier = [.. value.Keys.Where(key => key.KmsKeyArn != to.Arn)],
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public byte[] SealCredential(string accessKeyId, string secret) => SealCredential(accessKeyId, Encoding.UTF8.GetBytes(secret));

    public byte[] SealCredential(string id, ReadOnlySpan<byte> secret) => SealedBox.Seal(_credentialKey, secret, Encoding.UTF8.GetBytes(id));

    public byte[] OpenCredential(string accessKeyId, byte[] box) =>
        SealedBox.Open(_credentialKey, box, Encoding.UTF8.GetBytes(accessKeyId));

    public byte[] SealSession(string accessKeyId, ReadOnlySpan<byte> ticket) => _sessionKey.Seal(ticket, Encoding.UTF8.GetBytes(accessKeyId));

    public byte[] OpenSession(string accessKeyId, ReadOnlySpan<byte> box) => _sessionKey.Open(box, Encoding.UTF8.GetBytes(accessKeyId));

    /// <summary>How many keys' materials are kept unwrapped.</summary>
    public int MaterialCount => _material.Count;

    /// <summary>Zeroes what is kept of a key that was deleted; nobody can use it any more.</summary>
    public void Forget(KmsKey deleted)
    {
        _dataKeys.Clear();
        foreach (var wrapped in deleted.EarlierMaterials.Select(earlier => earlier.Wrapped).Prepend(deleted.WrappedMaterial))
        {
            if (_material.TryRemove(wrapped, out var material))
            {
                material.Dispose();
            }
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_materialKey);
        CryptographicOperations.ZeroMemory(_credentialKey);
        _sessionKey.Dispose();
        _dataKeys.Clear();
        foreach (var material in _material.Values)
        {
            material.Dispose();
        }
    }

    private DataKeyCipher Unwrap(KmsKey key, byte[] wrapped, ReadOnlySpan<byte> boundTo)
    {
        var dataKey = Decrypt(key, wrapped, boundTo);
        try
        {
            return new(wrapped, key.WrappedMaterial, new AesGcm(dataKey, SealedBox.TagLength));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    // Found by the wrapped bytes' identity: records of one key share them until it rotates.
    private SealingKey Material(KmsKey key, byte[] wrapped) =>
        _material.TryGetValue(wrapped, out var known)
            ? known
            : _material.GetOrAdd(wrapped, new SealingKey(SealedBox.Open(_materialKey, wrapped, Encoding.UTF8.GetBytes(key.Arn))));
}
