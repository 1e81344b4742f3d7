using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>One signed request, good for five minutes.</summary>
internal static class SignedRequest
{
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";

    public static string ForWrk(Uri address, string action, string body)
    {
        var (date, authorization) = Sign(address.Authority, action, body);
        return $"""
            wrk.method = "POST"
            wrk.body = [[{body}]]
            wrk.headers["Content-Type"] = "application/x-amz-json-1.1"
            wrk.headers["X-Amz-Date"] = "{date}"
            wrk.headers["X-Amz-Target"] = "secretsmanager.{action}"
            wrk.headers["Authorization"] = "{authorization}"
            """;
    }

    /// <summary>The same for the store's edge, as a server hands it over.</summary>
    public static WireRequest ForEdge(string action, string body)
    {
        var (date, authorization) = Sign("store.local", action, body);
        var target = "secretsmanager." + action;
        return new()
        {
            Method = "POST",
            RawPath = "/",
            RawQuery = "",
            Body = Encoding.UTF8.GetBytes(body),
            SourceIp = "127.0.0.1",
            SecureTransport = false,
            Header = name => name switch
            {
                "authorization" => authorization,
                "content-type" => "application/x-amz-json-1.1",
                "host" => "store.local",
                "x-amz-date" => date,
                "x-amz-target" => target,
                _ => null,
            },
        };
    }

    private static (string Date, string Authorization) Sign(string host, string action, string body)
    {
        var date = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
        var scope = $"{date[..8]}/eu-west-1/secretsmanager/aws4_request";
        var canonical = $"POST\n/\n\ncontent-type:application/x-amz-json-1.1\nhost:{host}\nx-amz-date:{date}\nx-amz-target:secretsmanager.{action}\n\n{SignedHeaders}\n{Hash(body)}";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + BenchmarkStore.Secret), date[..8]), "eu-west-1"), "secretsmanager"), "aws4_request");
        var signature = Convert.ToHexStringLower(Mac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));
        return (date, $"AWS4-HMAC-SHA256 Credential={BenchmarkStore.Key}/{scope}, SignedHeaders={SignedHeaders}, Signature={signature}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
