using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Accounts;

/// <summary>Time-based one-time codes of six digits, a new one every 30 seconds.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6238"/>
internal static class OneTimeCode
{
    public const int SeedLength = 20;

    private const int Period = 30;

    /// <summary>The code of the step that a moment lies in.</summary>
    public static string At(ReadOnlySpan<byte> seed, DateTimeOffset moment) => OfStep(seed, moment.ToUnixTimeSeconds() / Period);

    /// <summary>Whether a code is the present one, or a neighbour of it: clocks differ, and typing takes time.</summary>
    public static bool Matches(ReadOnlySpan<byte> seed, string code, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / Period;
        var given = Encoding.UTF8.GetBytes(code);
        var matches = false;
        for (var offset = -1; offset <= 1; offset++)
        {
            matches |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(OfStep(seed, step + offset)));
        }

        return matches;
    }

    private static string OfStep(ReadOnlySpan<byte> seed, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's hash, and the only one that AWS and the usual apps use
        var mac = HMACSHA1.HashData(seed, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 0x0F)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
