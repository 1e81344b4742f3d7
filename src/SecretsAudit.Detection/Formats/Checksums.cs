using System;
using System.Buffers.Binary;

namespace SecretsAudit.Detection.Formats;

/// <summary>Checksums that providers put into their tokens, so that a detector can tell a real one from a look-alike.</summary>
internal static class Checksums
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Marvin = "marvin32 ";
    private const string AnnotatedSeed = "Default0";
    private const int AnnotatedLength = 80;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Whether a token holds its checksum.</summary>
    /// <param name="name"><c>crc32-base62</c>; <c>marvin32-base62</c>; <c>marvin32</c> with the seeds that it may be of.</param>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">There is no checksum of that name.</exception>
    public static bool Holds(string name, ReadOnlySpan<char> token) => name switch
    {
        "crc32-base62" => HoldsCrc32(token),
        "marvin32-base62" => HoldsAnnotation(token),
        _ when name.StartsWith(Marvin, StringComparison.Ordinal) => HoldsMarvin(token, name.Substring(Marvin.Length).Split(' ')),
        _ => throw new ArgumentException($"There is no checksum {name}.", nameof(name)),
    };

    // The identifiable keys of Azure's services: the last four bytes are of those before them.
    private static bool HoldsMarvin(ReadOnlySpan<char> token, string[] seeds)
    {
        var bytes = Decoded(token);
        if (bytes.Length <= 4)
            return false;
        var body = bytes.AsSpan(0, bytes.Length - 4);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4));
        foreach (var seed in seeds)
        {
            if (Marvin32.Hash(body, seed) == checksum)
                return true;
        }

        return false;
    }

    // The common annotated keys of Azure's services: the checksum of 60 bytes, the first one first, is written in base 62 behind their 80 characters.
    private static bool HoldsAnnotation(ReadOnlySpan<char> token)
    {
        if (token.Length < AnnotatedLength + 4)
            return false;
        var checksum = BinaryPrimitives.ReverseEndianness(Marvin32.Hash(Decoded(token.Slice(0, AnnotatedLength)), AnnotatedSeed));
        var digits = "";
        for (; checksum > 0; checksum /= 62)
            digits = Base62[(int)(checksum % 62)] + digits;
        return token.Slice(AnnotatedLength, 4).SequenceEqual(digits.PadRight(4, '0').AsSpan(0, 4));
    }

    // Base 64, with the alphabet of URLs as well, padded or not.
    private static byte[] Decoded(ReadOnlySpan<char> token)
    {
        var text = token.TrimEnd('=').ToString().Replace('-', '+').Replace('_', '/');
        return text.Length % 4 == 1 ? [] : Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    /// <summary>GitHub's and npm's: CRC-32 of the random part, in base 62, as the last six characters.</summary>
    /// <remarks>https://github.blog/engineering/behind-githubs-new-authentication-token-formats/</remarks>
    private static bool HoldsCrc32(ReadOnlySpan<char> token)
    {
        var underscore = token.LastIndexOf('_');
        var body = token.Slice(underscore + 1);
        if (body.Length <= 6)
            return false;
        var crc = 0xFFFFFFFFu;
        for (var i = 0; i < body.Length - 6; i++)
            crc = CrcTable[(crc ^ body[i]) & 0xFF] ^ (crc >> 8);
        crc ^= 0xFFFFFFFFu;
        for (var i = body.Length - 1; i >= body.Length - 6; i--)
        {
            if (body[i] != Base62[(int)(crc % 62)])
                return false;
            crc /= 62;
        }

        return true;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
