using System.Net;
using System.Text;
using Amazon.Runtime;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>One request as it left, and nothing that changes from run to run.</summary>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Target => Headers["X-Amz-Target"];

    /// <summary>What SigV4 signed: the names, not the signature, which depends on the clock.</summary>
    public string SignedHeaders => Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0];
}

/// <summary>Stands in for the network: records what is sent, answers by script.</summary>
internal sealed class Wire(Func<SentRequest, int, HttpResponseMessage> answer) : HttpClientFactory
{
    public List<SentRequest> Sent { get; } = [];

    public static Wire Answering(params (int Status, string Body)[] script) =>
        new((_, n) => Json(script[Math.Min(n, script.Length - 1)].Status, script[Math.Min(n, script.Length - 1)].Body));

    public static HttpResponseMessage Json(int status, string body) => new((HttpStatusCode)status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
        Headers = { { "x-amzn-RequestId", "7a62c49f-347e-4fc4-9331-6e8e7a96aa73" } },
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(Wire wire) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = request.Headers.Concat(request.Content!.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            var sent = new SentRequest(
                request.Method.Method, request.RequestUri!, headers, await request.Content.ReadAsStringAsync(cancellationToken));
            wire.Sent.Add(sent);
            return wire.Answer(sent, wire.Sent.Count - 1);
        }
    }

    private HttpResponseMessage Answer(SentRequest request, int index) => answer(request, index);
}
