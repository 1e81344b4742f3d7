using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>What an import token holds, sealed under the store's root key for one KMS key: nothing about an import is stored before it is made.</summary>
/// <param name="ValidTo">24 hours after GetParametersForImport.</param>
/// <param name="Algorithm">How the material is to be wrapped.</param>
/// <param name="PrivateKey">What unwraps it, in PKCS #8.</param>
internal sealed record ImportTicket(DateTimeOffset ValidTo, string Algorithm, byte[] PrivateKey)
{
    public byte[] Seal(Call call, KmsKey key)
    {
        var header = new byte[9];
        BinaryPrimitives.WriteInt64BigEndian(header, ValidTo.ToUnixTimeMilliseconds());
        header[8] = (byte)Algorithm.Length;
        byte[] plain = [.. header, .. Encoding.ASCII.GetBytes(Algorithm), .. PrivateKey];
        try
        {
            return call.Envelope.SealSession(Purpose(key), plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="InvalidImportTokenException">The token is not one for this key.</exception>
    /// <exception cref="ExpiredImportTokenException">It is older than a day.</exception>
    public static ImportTicket Open(Call call, KmsKey key, byte[] token)
    {
        byte[] plain;
        try
        {
            plain = call.Envelope.OpenSession(Purpose(key), token);
        }
        catch (CryptographicException)
        {
            throw new InvalidImportTokenException();
        }

        var ticket = new ImportTicket(
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(plain)),
            Encoding.ASCII.GetString(plain, 9, plain[8]),
            plain[(9 + plain[8])..]);
        CryptographicOperations.ZeroMemory(plain);
        return ticket.ValidTo > call.Now ? ticket : throw new ExpiredImportTokenException();
    }

    /// <summary>Never the private key.</summary>
    public override string ToString() => $"{Algorithm} until {ValidTo:O}";

    private static string Purpose(KmsKey key) => $"import/{key.Arn}";
}
