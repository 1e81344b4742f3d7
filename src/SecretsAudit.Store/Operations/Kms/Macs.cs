using System.Security.Cryptography;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Message authentication codes with a key's material.</summary>
internal static class Macs
{
    extension(Constraints check)
    {
        public Constraints MacRequest(string? keyId, byte[]? message, string? algorithm, IReadOnlyList<string?>? tokens) => check
            .Key(keyId).Blob(message, "message", 4096)
            .Required(algorithm, "macAlgorithm").OneOf(algorithm, "macAlgorithm", "HMAC_SHA_384", "HMAC_SHA_256", "HMAC_SHA_224", "HMAC_SHA_512")
            .Tokens(tokens);
    }

    public static KmsKey RequireKey(Call call, string keyId, string algorithm, IReadOnlyList<string?>? tokens, bool? dryRun)
    {
        var key = call.RequireKeyFor(keyId, new() { Operation = call.Operation.Action, Usage = KeySpec.Mac, GrantTokens = tokens, DryRun = dryRun });
        KeyCipher.RequireAlgorithm(key, algorithm, KeySpec.Of(key).MacAlgorithms);
        return key;
    }

    public static byte[] Compute(Call call, KmsKey key, string algorithm, byte[] message)
    {
        var material = call.Envelope.OpenMaterial(key);
        try
        {
            return algorithm switch
            {
                "HMAC_SHA_224" => Crypto.HmacSha224.HashData(material, message),
                "HMAC_SHA_256" => HMACSHA256.HashData(material, message),
                "HMAC_SHA_384" => HMACSHA384.HashData(material, message),
                _ => HMACSHA512.HashData(material, message),
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }
}
