using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SecretsAudit.CodeScan;

/// <summary>
/// Tells whether two values are the same without keeping either: an HMAC-SHA-256 under a key that lives and dies with the process, cut to 128 bits.
/// Never written anywhere: with the key gone it says nothing.
/// </summary>
internal static class ValueMark
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Odd = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    /// <summary>Sixteen keyed bits of a number.</summary>
    public static ushort Sixteen(ulong number) => (ushort)(((number ^ Seed) * Odd) >> 48);

    /// <summary>A value's mark.</summary>
    public static UInt128 Of(ReadOnlySpan<char> value) => Of(MemoryMarshal.AsBytes(value));

    /// <inheritdoc cref="Of(ReadOnlySpan{char})"/>
    public static UInt128 Of(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, value, hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
