using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Tests.Wire;

/// <summary>Signs requests as AWS's guide says, written apart from the store's own code so that one misreading cannot hide in both.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal sealed record RequestSigner(string AccessKeyId, string SecretKey, string Region = TestStore.Region)
{
    public DateTimeOffset At { get; init; } = TimeProvider.System.GetUtcNow();

    public string Service { get; init; } = "secretsmanager";

    public string? SignedDay { get; init; }

    public string? SessionToken { get; init; }

    public HttpRequestMessage Sign(string target, string json, string address = "https://store.test/") =>
        Sign(HttpMethod.Post, new Uri(address), json, new(StringComparer.Ordinal) { ["content-type"] = "application/x-amz-json-1.1", ["x-amz-target"] = target });

    /// <summary>A request of a REST protocol: the operation is in the method and the path, which is to need no encoding.</summary>
    public HttpRequestMessage SignRest(HttpMethod method, string address, string body) =>
        Sign(method, new Uri(address), body, new(StringComparer.Ordinal) { ["x-amz-content-sha256"] = Hash(body) });

    private HttpRequestMessage Sign(HttpMethod method, Uri uri, string body, SortedDictionary<string, string> headers)
    {
        var date = At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
        var day = SignedDay ?? date[..8];
        headers["host"] = uri.IsDefaultPort ? uri.Host : uri.Authority;
        headers["x-amz-date"] = date;
        if (SessionToken is { } token)
        {
            headers["x-amz-security-token"] = token;
        }

        // Services of the JSON protocol are called at the root, whatever path an endpoint has.
        var path = headers.ContainsKey("x-amz-target") ? "/" : uri.AbsolutePath;
        var names = string.Join(';', headers.Keys);
        var canonical = $"{method}\n{path}\n\n{string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{Hash(body)}";
        var scope = $"{day}/{Region}/{Service}/aws4_request";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + SecretKey), day), Region), Service), "aws4_request");
        var signature = Convert.ToHexStringLower(Mac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));

        var request = new HttpRequestMessage(method, uri);
        if (body.Length > 0 || headers.ContainsKey("content-type"))
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = headers.TryGetValue("content-type", out var type) ? new MediaTypeHeaderValue(type) : null;
        }

        foreach (var (name, value) in headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}");
        return request;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
