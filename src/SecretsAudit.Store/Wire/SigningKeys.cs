using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Wire;

/// <summary>Derives the key of a credential scope, and keeps the ones in use.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#calculate-signature"/>
internal sealed class SigningKeys
{
    private const int Limit = 10_000;

    private readonly ConcurrentDictionary<(string AccessKeyId, string Scope), SigningKey> _known = new();

    /// <summary>The key of a header's scope when it is in use already.</summary>
    public SigningKey? Find(SignatureHeader header) => _known.GetValueOrDefault((header.AccessKeyId, header.Scope));

    /// <summary>Derives the key of a header's scope and keeps it; the secret is zeroed.</summary>
    public SigningKey Add(SignatureHeader header, byte[] secretKey)
    {
        var key = Derive(secretKey, header.Day, header.Region, header.Service);
        CryptographicOperations.ZeroMemory(secretKey);
        if (_known.Count >= Limit)
        {
            _known.Clear();
        }

        return _known.GetOrAdd((header.AccessKeyId, header.Scope), new SigningKey(key));
    }

    public void Forget(string accessKeyId)
    {
        foreach (var entry in _known.Keys.Where(entry => entry.AccessKeyId == accessKeyId).ToArray())
        {
            _known.TryRemove(entry, out _);
        }
    }

    public static byte[] Derive(ReadOnlySpan<byte> secretKey, string day, string region, string service)
    {
        byte[] start = [.. "AWS4"u8, .. secretKey];
        var key = HMACSHA256.HashData(start, Encoding.UTF8.GetBytes(day));
        CryptographicOperations.ZeroMemory(start);
        key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region));
        key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service));
        return HMACSHA256.HashData(key, "aws4_request"u8);
    }
}
