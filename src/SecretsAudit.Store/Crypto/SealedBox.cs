using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>AES-256-GCM in one buffer: format byte, 12-byte nonce, ciphertext, 16-byte tag.</summary>
internal static class SealedBox
{
    public const int TagLength = 16;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> boundTo)
    {
        using var aes = new AesGcm(key, TagLength);
        return Seal(aes, plaintext, boundTo);
    }

    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> boundTo)
    {
        var box = new byte[Overhead + plaintext.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceLength);
        RandomPool.Draw(nonce);
        cipher.Encrypt(nonce, plaintext, box.AsSpan(1 + NonceLength, plaintext.Length), box.AsSpan(box.Length - TagLength), boundTo);
        return box;
    }

    /// <exception cref="CryptographicException">The box was altered, belongs elsewhere, or the key is another one.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> boundTo)
    {
        using var aes = new AesGcm(key, TagLength);
        return Open(aes, box, boundTo);
    }

    /// <exception cref="CryptographicException">The box was altered, belongs elsewhere, or the key is another one.</exception>
    public static byte[] Open(AesGcm cipher, ReadOnlySpan<byte> box, ReadOnlySpan<byte> boundTo)
    {
        if (box.Length < Overhead || box[0] != Format)
        {
            throw new CryptographicException("Not a sealed box of a known format.");
        }

        var plaintext = new byte[box.Length - Overhead];
        cipher.Decrypt(box.Slice(1, NonceLength), box[(1 + NonceLength)..^TagLength], box[^TagLength..], plaintext, boundTo);
        return plaintext;
    }
}
