using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Crypto;

/// <summary>The key that every other key of the store hangs from. Each use has its own key, derived by HKDF-SHA-256.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc5869"/>
internal sealed class RootKey : IDisposable
{
    public const int Length = 32;

    // OWASP's 2023 figure for PBKDF2-HMAC-SHA-512.
    private const int PassphraseRounds = 210_000;

    private readonly byte[] _key;

    private RootKey(byte[] key) => _key = key;

    public static RootKey Random() => new(RandomNumberGenerator.GetBytes(Length));

    public static RootKey FromBytes(ReadOnlySpan<byte> key) =>
        key.Length == Length ? new(key.ToArray()) : throw new RootKeyException($"The root key has {key.Length} bytes; it needs {Length}.");

    public static RootKey FromBase64(string text, string origin)
    {
        var key = new byte[Length + 2];
        if (!Convert.TryFromBase64String(text.Trim(), key, out var count) || count != Length)
        {
            CryptographicOperations.ZeroMemory(key);
            throw new RootKeyException($"The root key in {origin} is not {Length} bytes in base64.");
        }

        var exact = key[..Length];
        CryptographicOperations.ZeroMemory(key);
        return new(exact);
    }

    public static RootKey FromPassphrase(string passphrase, ReadOnlySpan<byte> salt)
    {
        if (passphrase.Length < 12)
        {
            throw new RootKeyException("The passphrase needs at least 12 characters.");
        }

        return new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, PassphraseRounds, HashAlgorithmName.SHA512, Length));
    }

    /// <summary>The key for one use.</summary>
    public byte[] Derive(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, salt: [], info: Encoding.UTF8.GetBytes("secretsaudit/" + use));

    /// <summary>This key under another one.</summary>
    public byte[] WrapUnder(RootKey root)
    {
        var wrapping = root.Derive("store-key");
        try
        {
            return SealedBox.Seal(wrapping, _key, "store-key"u8);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapping);
        }
    }

    /// <summary>The key that was wrapped under this one.</summary>
    /// <exception cref="CryptographicException">It was wrapped under another key, or altered.</exception>
    public RootKey Unwrap(byte[] wrapped)
    {
        var wrapping = Derive("store-key");
        byte[] key = [];
        try
        {
            key = SealedBox.Open(wrapping, wrapped, "store-key"u8);
            return FromBytes(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapping);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public bool IsSameAs(RootKey other) => CryptographicOperations.FixedTimeEquals(_key, other._key);

    public string ToBase64() => Convert.ToBase64String(_key);

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
