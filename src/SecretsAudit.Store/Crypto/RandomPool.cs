using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>
/// Random bytes for nonces, keys and ids. The system's generator costs by the call, so a thread draws a page at a time; what is handed out is
/// zeroed in the page, so that memory tells nothing of the keys that are in use.
/// </summary>
internal static class RandomPool
{
    private const int Length = 4096;

    [ThreadStatic]
    private static byte[]? _page;

    [ThreadStatic]
    private static int _used;

    /// <param name="bytes">What to fill; 4,096 bytes at most.</param>
    public static void Draw(Span<byte> bytes)
    {
        var page = _page;
        if (page is null || _used + bytes.Length > Length)
        {
            page = _page ??= new byte[Length];
            RandomNumberGenerator.Fill(page);
            _used = 0;
        }

        var drawn = page.AsSpan(_used, bytes.Length);
        drawn.CopyTo(bytes);
        CryptographicOperations.ZeroMemory(drawn);
        _used += bytes.Length;
    }
}
