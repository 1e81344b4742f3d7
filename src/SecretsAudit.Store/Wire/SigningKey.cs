using System.Security.Cryptography;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Wire;

/// <summary>The key of one credential scope, ready to sign: HMAC's own two hashes of the key are made once.</summary>
internal sealed class SigningKey(byte[] key)
{
    private readonly Spare<IncrementalHash> _signers = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    /// <summary>HMAC-SHA-256 of a text; 32 bytes.</summary>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> mac)
    {
        var signer = _signers.Rent();
        signer.AppendData(text);
        signer.GetHashAndReset(mac);
        _signers.Return(signer);
    }
}
