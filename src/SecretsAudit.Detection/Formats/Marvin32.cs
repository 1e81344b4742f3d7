using System;
using System.Buffers.Binary;

namespace SecretsAudit.Detection.Formats;

/// <summary>Marvin32, the checksum in the keys that Azure's services issue.</summary>
/// <remarks>
/// The algorithm: https://github.com/dotnet/runtime/blob/main/src/libraries/System.Private.CoreLib/src/System/Marvin.cs.
/// Its use in keys, and the seeds: https://github.com/microsoft/security-utilities.
/// </remarks>
internal static class Marvin32
{
    /// <param name="data">What the checksum is of.</param>
    /// <param name="seed">Eight characters that name the kind of key.</param>
    public static uint Hash(ReadOnlySpan<byte> data, string seed)
    {
        uint low = 0, high = 0;
        for (var i = 0; i < 4; i++)
            (high, low) = (high << 8 | seed[i], low << 8 | seed[i + 4]);

        for (; data.Length >= 4; data = data.Slice(4))
            Mix(ref low, ref high, BinaryPrimitives.ReadUInt32LittleEndian(data));
        // A mark stands behind the last byte.
        var rest = 0x80u << (8 * data.Length);
        for (var i = 0; i < data.Length; i++)
            rest |= (uint)data[i] << (8 * i);
        Mix(ref low, ref high, rest);
        Mix(ref low, ref high, 0);
        return low ^ high;
    }

    private static void Mix(ref uint low, ref uint high, uint word)
    {
        low += word;
        high ^= low;
        low = Rotate(low, 20) + high;
        high = Rotate(high, 9) ^ low;
        low = Rotate(low, 27) + high;
        high = Rotate(high, 19);
    }

    private static uint Rotate(uint value, int by) => value << by | value >> (32 - by);
}
