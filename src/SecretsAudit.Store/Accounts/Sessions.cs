using System.Security.Cryptography;
using System.Text.Json;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Accounts;

/// <summary>Issues and opens session tokens.</summary>
internal static class Sessions
{
    /// <summary>The token that goes with a temporary access key.</summary>
    public static string Seal(Envelope envelope, string accessKeyId, SessionTicket ticket)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(ticket, RowJson.Default.SessionTicket);
        try
        {
            return Convert.ToBase64String(envelope.SealSession(accessKeyId, plain));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>What a token holds; null when it is not one of this store's for this key.</summary>
    public static SessionTicket? Open(Envelope envelope, string accessKeyId, string token)
    {
        var sealedTicket = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, sealedTicket, out var length))
        {
            return null;
        }

        try
        {
            var plain = envelope.OpenSession(accessKeyId, sealedTicket.AsSpan(0, length));
            var ticket = JsonSerializer.Deserialize(plain, RowJson.Default.SessionTicket);
            CryptographicOperations.ZeroMemory(plain);
            return ticket;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
