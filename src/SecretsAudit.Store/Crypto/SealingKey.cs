using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>An AES-256-GCM key that is used again and again: the cipher's key schedule is kept with it.</summary>
internal sealed class SealingKey : IDisposable
{
    private readonly byte[] _key;
    private readonly Spare<AesGcm> _ciphers;
    private volatile bool _isGone;

    /// <summary>Takes the key over, and zeroes it at the end.</summary>
    public SealingKey(byte[] key)
    {
        _key = key;
        _ciphers = new(() =>
        {
            // Never a cipher under zeros.
            ObjectDisposedException.ThrowIf(_isGone, this);
            return new AesGcm(key, SealedBox.TagLength);
        });
    }

    public byte[] Seal(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> boundTo)
    {
        var cipher = _ciphers.Rent();
        try
        {
            return SealedBox.Seal(cipher, plaintext, boundTo);
        }
        finally
        {
            _ciphers.Return(cipher);
        }
    }

    /// <exception cref="CryptographicException">The box was altered, belongs elsewhere, or the key is another one.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> boundTo)
    {
        var cipher = _ciphers.Rent();
        try
        {
            return SealedBox.Open(cipher, box, boundTo);
        }
        finally
        {
            _ciphers.Return(cipher);
        }
    }

    public void Dispose()
    {
        _isGone = true;
        _ciphers.Drop();
        CryptographicOperations.ZeroMemory(_key);
    }
}
