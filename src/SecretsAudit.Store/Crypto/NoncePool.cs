using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>Random nonces: the system's generator costs by the call, so a thread draws a page at a time. Keys never come from here.</summary>
internal static class NoncePool
{
    private const int Length = 4096;

    [ThreadStatic]
    private static byte[]? _pool;

    [ThreadStatic]
    private static int _used;

    public static void Draw(Span<byte> nonce)
    {
        var pool = _pool;
        if (pool is null || _used + nonce.Length > Length)
        {
            pool = _pool ??= new byte[Length];
            RandomNumberGenerator.Fill(pool);
            _used = 0;
        }

        pool.AsSpan(_used, nonce.Length).CopyTo(nonce);
        _used += nonce.Length;
    }
}
