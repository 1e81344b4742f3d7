using System.Security.Cryptography;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.State;

/// <summary>Makes the ids that AWS makes: UUIDs, ARN suffixes, access keys. Reproducible when seeded, else random; never used for keys.</summary>
internal sealed class Identifiers(int? seed)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

#pragma warning disable CA5394 // a seeded sequence is the purpose; nothing secret comes from it
    private readonly Random? _seeded = seed is { } value ? new Random(value) : null;
    private readonly Lock _gate = new();

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString("D");
    }

    /// <summary>The six characters that end a secret's ARN.</summary>
    public string ArnSuffix() => Pick(Alphanumeric, 6);

    /// <summary>An id such as AKIA…, AIDA… or AROA….</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"/>
    public string Unique(string prefix) => prefix + Pick(Base32, 17);

    /// <summary>A secret access key: always random.</summary>
    public static string SecretAccessKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));

    private string Pick(string alphabet, int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        Fill(bytes);
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = alphabet[bytes[i] % alphabet.Length];
        }

        return new string(text);
    }

    private void Fill(Span<byte> bytes)
    {
        if (_seeded is null)
        {
            RandomPool.Draw(bytes);
            return;
        }

        lock (_gate)
        {
            _seeded.NextBytes(bytes);
        }
    }
#pragma warning restore CA5394
}
