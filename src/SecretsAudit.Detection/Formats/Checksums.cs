using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>Checksums that providers put into their tokens, so that a detector can tell a real one from a look-alike.</summary>
internal static class Checksums
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Whether a token holds its checksum.</summary>
    /// <exception cref="ArgumentException">There is no checksum of that name.</exception>
    public static bool Holds(string name, ReadOnlySpan<char> token) => name switch
    {
        "crc32-base62" => HoldsCrc32(token),
        _ => throw new ArgumentException($"There is no checksum {name}.", nameof(name)),
    };

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
