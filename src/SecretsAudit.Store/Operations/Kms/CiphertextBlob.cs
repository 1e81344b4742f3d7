using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>What symmetric encryption answers: the key's account and id, then the sealed box, bound to both and to the encryption context.</summary>
internal static class CiphertextBlob
{
    private const byte Format = 1;

    /// <summary>Encrypts under the key's current material.</summary>
    public static byte[] Seal(Call call, KmsKey key, ReadOnlySpan<byte> plaintext, IReadOnlyDictionary<string, string>? context)
    {
        var header = Header(key);
        return [.. header, .. call.Envelope.Encrypt(key, plaintext, BoundTo(header, context))];
    }

    /// <summary>Decrypts with whichever of the key's materials sealed it; the caller zeroes the plaintext.</summary>
    /// <exception cref="InvalidCiphertextException">It was altered, is not the key's, or the context is another one.</exception>
    public static byte[] Open(Call call, KmsKey key, ReadOnlySpan<byte> blob, IReadOnlyDictionary<string, string>? context)
    {
        var header = Header(key);
        if (!blob.StartsWith(header))
        {
            throw new InvalidCiphertextException();
        }

        try
        {
            return call.Envelope.Decrypt(key, blob[header.Length..], BoundTo(header, context));
        }
        catch (CryptographicException)
        {
            throw new InvalidCiphertextException();
        }
    }

    /// <summary>The key that a blob names, in the call's region.</summary>
    /// <exception cref="InvalidCiphertextException">It is no blob of ours.</exception>
    public static KeyId KeyOf(Call call, ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 14 || blob[0] != Format || blob.Length < 14 + blob[13])
        {
            throw new InvalidCiphertextException();
        }

        var account = Encoding.ASCII.GetString(blob[1..13]);
        return Accounts.AccountNumber.IsValid(account)
            ? new(account, call.Region, Encoding.ASCII.GetString(blob.Slice(14, blob[13])))
            : throw new InvalidCiphertextException();
    }

    private static byte[] Header(KmsKey key) =>
        [Format, .. Encoding.ASCII.GetBytes(key.Account), (byte)key.KeyId.Length, .. Encoding.ASCII.GetBytes(key.KeyId)];

    // Every name and value goes with its length, so that no two contexts have the same bytes.
    private static byte[] BoundTo(byte[] header, IReadOnlyDictionary<string, string>? context)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(header);
        foreach (var (name, value) in context?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Flush();
        return bytes.ToArray();
    }
}
