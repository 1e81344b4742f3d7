using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>One signed request as a script for wrk, good for five minutes.</summary>
internal static class SignedRequest
{
    public static string ForWrk(Uri address, string action, string body)
    {
        var date = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
        var scope = $"{date[..8]}/eu-west-1/secretsmanager/aws4_request";
        const string Signed = "content-type;host;x-amz-date;x-amz-target";
        var canonical = $"POST\n/\n\ncontent-type:application/x-amz-json-1.1\nhost:{address.Authority}\nx-amz-date:{date}\nx-amz-target:secretsmanager.{action}\n\n{Signed}\n{Hash(body)}";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + BenchmarkStore.Secret), date[..8]), "eu-west-1"), "secretsmanager"), "aws4_request");
        var signature = Convert.ToHexStringLower(Mac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));
        return $"""
            wrk.method = "POST"
            wrk.body = [[{body}]]
            wrk.headers["Content-Type"] = "application/x-amz-json-1.1"
            wrk.headers["X-Amz-Date"] = "{date}"
            wrk.headers["X-Amz-Target"] = "secretsmanager.{action}"
            wrk.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential={BenchmarkStore.Key}/{scope}, SignedHeaders={Signed}, Signature={signature}"
            """;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
