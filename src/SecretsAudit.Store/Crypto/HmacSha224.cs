using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>HMAC with SHA-224, which .NET has not: SHA-256 from other initial values, cut to 28 bytes.</summary>
/// <seealso href="https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf"/>
internal static class HmacSha224
{
    private const int Block = 64;
    private const int Length = 28;

    private static readonly uint[] Initial = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

    private static readonly uint[] Constants = [.. Primes().Take(64).Select(prime => CubeRootFraction(prime))];

    /// <summary>The code of a message under a key of any length (RFC 2104).</summary>
    public static byte[] HashData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        var inner = new byte[Block + message.Length];
        var outer = new byte[Block + Length];
        var shortened = key.Length > Block ? Sha224(key) : key;
        shortened.CopyTo(inner);
        shortened.CopyTo(outer);
        for (var i = 0; i < Block; i++)
        {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5c;
        }

        message.CopyTo(inner.AsSpan(Block));
        Sha224(inner).CopyTo(outer.AsSpan(Block));
        var code = Sha224(outer);
        CryptographicOperations.ZeroMemory(inner);
        CryptographicOperations.ZeroMemory(outer);
        return code;
    }

    private static byte[] Sha224(ReadOnlySpan<byte> message)
    {
        var padded = new byte[(message.Length + 8) / Block * Block + Block];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), message.Length * 8L);
        var state = (uint[])Initial.Clone();
        for (var at = 0; at < padded.Length; at += Block)
        {
            Compress(state, padded.AsSpan(at, Block));
        }

        CryptographicOperations.ZeroMemory(padded);
        var digest = new byte[Length];
        for (var i = 0; i < Length / 4; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(i * 4), state[i]);
        }

        return digest;
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 64; i++)
        {
            w[i] = i < 16 ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..])
                : w[i - 16] + w[i - 7] + Mix(w[i - 15], 7, 18, 3) + Mix(w[i - 2], 17, 19, 10);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            var first = h + Turn(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Constants[i] + w[i];
            var second = Turn(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        uint[] worked = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
        {
            state[i] += worked[i];
        }
    }

    private static uint Mix(uint x, int first, int second, int shift) => BitOperations.RotateRight(x, first) ^ BitOperations.RotateRight(x, second) ^ (x >> shift);

    private static uint Turn(uint x, int first, int second, int third) =>
        BitOperations.RotateRight(x, first) ^ BitOperations.RotateRight(x, second) ^ BitOperations.RotateRight(x, third);

    private static IEnumerable<int> Primes() =>
        Enumerable.Range(2, 400).Where(number => Enumerable.Range(2, number - 2).All(divisor => number % divisor != 0));

    // The standard's constants are the first 32 bits of the fractional parts of the primes' cube roots: an integer root of prime * 2^96 has them exactly.
    private static uint CubeRootFraction(int prime)
    {
        var target = (BigInteger)prime << 96;
        var low = BigInteger.Zero;
        var high = BigInteger.One << 36;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * middle * middle <= target ? (middle, high) : (low, middle);
        }

        return (uint)(low & uint.MaxValue);
    }
}
